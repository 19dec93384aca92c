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

describe('what the person changes of a companion', () => {
  const update = (user_id: string, wish: object): Promise<PersonaView> =>
    summary.rpc.call(summaryRpc.updatePersona, { ...wish, user_id });
  const undo = (user_id: string): Promise<PersonaView> =>
    summary.rpc.call(summaryRpc.undoPersona, { user_id });

  it('holds from then on: boundaries are theirs, and what is frozen does not grow', async () => {
    const user_id = await newUser();
    const wish = { frozen: true, boundaries: ['no jokes about my weight'] };
    expect(await update(user_id, wish)).toMatchObject({ revision: 1, frozen: true, persona_prompt: wish });
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect(await personaOf(user_id)).toMatchObject({ revision: 1 });
    expect(await update(user_id, {})).toMatchObject({ revision: 1 });
    expect(await update(user_id, { frozen: false })).toMatchObject({
      revision: 2,
      persona_prompt: { frozen: false },
    });
    expect(await shownOn(user_id)).toEqual((await personaOf(user_id)).persona_prompt);
  });

  it('keeps evolution away from what is pinned', async () => {
    const user_id = await newUser();
    await update(user_id, { pinned: ['/style/warmth', '/avoid'] });
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect((await personaOf(user_id)).persona_prompt).toMatchObject({
      style: baselinePrompt('sweet_supportive').style,
      avoid: [],
      focus: ['how the interview went'],
    });
  });

  it.each([
    ['nine boundaries', { boundaries: Array.from({ length: 9 }, (_, n) => `no ${String(n)}`) }],
    ['a long boundary', { boundaries: ['x'.repeat(121)] }],
    ['an empty boundary', { boundaries: [' '] }],
    ['a boundary that is no text', { boundaries: [7] }],
    ['a pin on the rules', { pinned: ['/rules'] }],
  ])('cannot be %s', async (_what, wish) => {
    const user_id = await newUser();
    const refused = await update(user_id, wish).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'validation_failed' });
    expect(await versionsOf(user_id)).toEqual([]);
  });

  it('is taken back to the bytes it was, but for the revision, step by step down to the baseline', async () => {
    const user_id = await newUser();
    const documents = [(await personaOf(user_id)).persona_prompt];
    await evening(user_id, 'sweet_supportive', evenings.honest);
    documents.push((await personaOf(user_id)).persona_prompt);
    documents.push((await update(user_id, { boundaries: ['no shouting'] })).persona_prompt);
    const bytesOf = async (revision: number): Promise<unknown> =>
      (
        await database.row(
          `SELECT (doc - 'revision')::text AS doc FROM persona_versions WHERE user_id = $1 AND revision = $2`,
          [user_id, revision],
        )
      )['doc'];
    expect(await undo(user_id)).toMatchObject({
      revision: 3,
      persona_prompt: { ...documents[1], revision: 3 },
    });
    expect(await bytesOf(3)).toBe(await bytesOf(1));
    expect((await undo(user_id)).persona_prompt).toEqual({ ...documents[0], revision: 4 });
    await expect(undo(user_id)).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await evening(user_id, 'sweet_supportive', evenings.honest);
    expect((await undo(user_id)).persona_prompt).toEqual({ ...documents[0], revision: 6 });
  });

  it('is listed with what each revision changed, newest first, page by page', async () => {
    const user_id = await newUser();
    await evening(user_id, 'sweet_supportive', evenings.honest);
    await update(user_id, { frozen: true });
    await undo(user_id);
    const first = await summary.rpc.call(summaryRpc.listPersonaVersions, { user_id, limit: 2 });
    const rest = await summary.rpc.call(summaryRpc.listPersonaVersions, {
      user_id,
      limit: 2,
      cursor: first.next_cursor ?? '',
    });
    const all = [...first.items, ...rest.items];
    expect(all.map(({ revision, actor }) => [revision, actor])).toEqual([
      [3, 'user'],
      [2, 'user'],
      [1, 'session'],
    ]);
    expect(rest.next_cursor).toBeNull();
    expect(all[0]?.ops).toEqual([{ op: 'undo', path: '', amount: 0, text: '2' }]);
    expect(all[2]).toMatchObject({ session_id: expect.any(String), ops: expect.any(Array) });
  });

  it('loses nothing when it comes at the moment a session is kept', async () => {
    const user_id = await newUser();
    const changes = Array.from({ length: 5 }, (_, n) => update(user_id, { boundaries: [`no ${String(n)}`] }));
    await Promise.all([...changes, evening(user_id, 'sweet_supportive', evenings.honest)]);
    const versions = await versionsOf(user_id);
    expect(versions.map((row) => (row as { revision: number }).revision)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await personaOf(user_id)).persona_prompt).toMatchObject({ focus: ['how the interview went'] });
  });
});
