import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { baselinePrompt, events, summaryRpc, type Persona, type PersonaView } from '@saathi/contracts';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { evenings } from './evenings.js';
import { startSummary, type RunningSummary } from './running-summary.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let summary: RunningSummary;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 0, token_ms: 0 }),
  ]);
  summary = await startSummary({
    ...database.environmentOf('summary'),
    ...nats.environmentOf('summary'),
    OPENAI_BASE_URL: model.base_url,
  });
});

afterAll(async () => {
  await summary.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

/** Lets somebody talk with a companion and have it summarised. */
const evening = async (user_id: string, persona: Persona, lines: readonly string[]): Promise<void> => {
  const { id } = await create.session(database, { user_id, persona, ended_at: new Date() });
  for (const text of lines) await create.message(database, { session_id: id, user_id, text });
  await summary.events.publish(events.sessionEnded, { user_id, session_id: id });
  await eventually(async () => {
    const [row] = await database.rows('SELECT status FROM session_summaries WHERE session_id = $1', [id]);
    expect(row).toEqual({ status: 'ready' });
  });
};

const newUser = async (): Promise<string> => (await create.user(database)).id;

const choose = (user_id: string, persona: Persona): Promise<unknown> =>
  database.rows('UPDATE users SET persona = $2 WHERE id = $1', [user_id, persona]);

const personaOf = (user_id: string): Promise<PersonaView> =>
  summary.rpc.call(summaryRpc.getPersona, { user_id });

const shownOn = async (user_id: string): Promise<unknown> =>
  (await database.row('SELECT persona_prompt FROM users WHERE id = $1', [user_id])).persona_prompt;

const versionsOf = (user_id: string): Promise<object[]> =>
  database.rows(
    'SELECT persona, revision, actor, doc FROM persona_versions WHERE user_id = $1 ORDER BY persona, revision',
    [user_id],
  );

describe('a companion', () => {
  it('is its baseline before the first evening, with numbers from the first day', async () => {
    expect(await personaOf(await newUser())).toEqual({
      persona: 'sweet_supportive',
      persona_prompt: baselinePrompt('sweet_supportive'),
      revision: 0,
      frozen: false,
    });
  });

  it('stays as it is for whoever takes back the consent to its growing, and grows on when it is given again', async () => {
    const user_id = await newUser();
    const consents = (sql: string): Promise<unknown> => database.rows(sql, [user_id]);
    await consents(
      `INSERT INTO consents (user_id, purpose, notice_version, locale, withdrawn_at) VALUES ($1, 'evolution', '1', 'en-IN', now())`,
    );
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect((await personaOf(user_id)).revision).toBe(0);
    await consents(
      `INSERT INTO consents (user_id, purpose, notice_version, locale) VALUES ($1, 'evolution', '1', 'en-IN')`,
    );
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect((await personaOf(user_id)).revision).toBe(1);
  });

  it('of nobody is not found', async () => {
    await expect(personaOf(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('grows by an evening: a revision that is kept, shown and told', async () => {
    const user_id = await newUser();
    await evening(user_id, 'sweet_supportive', evenings.honest);
    const { persona_prompt, revision } = await personaOf(user_id);
    expect(persona_prompt).toMatchObject({
      base: 'sweet_supportive',
      revision: 1,
      avoid: ['advice before listening'],
      focus: ['how the interview went'],
      style: { ...baselinePrompt('sweet_supportive').style, warmth: 0.9 },
    });
    expect(revision).toBe(1);
    expect(await shownOn(user_id)).toEqual(persona_prompt);
    expect(await versionsOf(user_id)).toEqual([
      { persona: 'sweet_supportive', revision: 1, actor: 'session', doc: persona_prompt },
    ]);
    await eventually(() => {
      const told = summary.told.filter(({ subject }) => subject === 'event.persona.updated');
      expect(told.map(({ payload }) => payload)).toContainEqual({
        user_id,
        persona: 'sweet_supportive',
        revision: 1,
      });
    });
  });

  it('keeps every revision it had', async () => {
    const user_id = await newUser();
    await evening(user_id, 'sweet_supportive', evenings.honest);
    const before = await versionsOf(user_id);
    await evening(user_id, 'sweet_supportive', ['yaar', 'joke sunao na', 'itna lamba mat likho']);
    const versions = await versionsOf(user_id);
    expect(versions).toHaveLength(2);
    expect(versions[0]).toEqual(before[0]);
    expect(await personaOf(user_id)).toMatchObject({ revision: 2 });
  });

  it('does not grow while it is frozen', async () => {
    const user_id = await newUser();
    const doc = { ...baselinePrompt('sweet_supportive'), revision: 1, frozen: true };
    await database.rows(
      `INSERT INTO persona_versions (user_id, persona, revision, doc, ops, actor) VALUES ($1, 'sweet_supportive', 1, $2, '[]', 'user')`,
      [user_id, doc],
    );
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect(await personaOf(user_id)).toMatchObject({ revision: 1, frozen: true, persona_prompt: doc });
  });
});

describe('choosing another companion', () => {
  it('begins with that one’s baseline, and brings the first one back as it had become', async () => {
    const user_id = await newUser();
    await evening(user_id, 'sweet_supportive', evenings.honest);
    const sweet = await personaOf(user_id);
    await choose(user_id, 'calm_mature');
    expect(await shownOn(user_id)).toBeNull();
    expect(await personaOf(user_id)).toMatchObject({
      persona: 'calm_mature',
      persona_prompt: baselinePrompt('calm_mature'),
    });
    await choose(user_id, 'sweet_supportive');
    expect(await shownOn(user_id)).toEqual(sweet.persona_prompt);
    expect(await personaOf(user_id)).toEqual(sweet);
  });

  it('before a summary is written lets the one grow that was talked to, and shows the chosen one', async () => {
    const user_id = await newUser();
    await choose(user_id, 'bold_confident');
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect(await shownOn(user_id)).toBeNull();
    expect(await personaOf(user_id)).toMatchObject({ persona: 'bold_confident', revision: 0 });
    expect(await versionsOf(user_id)).toMatchObject([{ persona: 'sweet_supportive', revision: 1 }]);
    await choose(user_id, 'sweet_supportive');
    expect(await personaOf(user_id)).toMatchObject({ revision: 1 });
  });
});
