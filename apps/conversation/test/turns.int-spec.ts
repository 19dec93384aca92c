import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { create, eventually, TestDatabase, TestNats } from '@saathi/testing';
import { startModelStandIn, type ModelStandIn } from '../../../stand-ins/model/model-stand-in.js';
import { startConversation, type RunningConversation } from './running-conversation.js';
import { Stored } from './stored.js';
import { openTalk, talk, type Heard, type Place } from './talk.js';

let database: TestDatabase;
let nats: TestNats;
let model: ModelStandIn;
let conversation: RunningConversation;
let stored: Stored;

beforeAll(async () => {
  [database, nats, model] = await Promise.all([
    TestDatabase.create(),
    TestNats.start(),
    startModelStandIn({ first_token_ms: 1, token_ms: 1 }),
  ]);
  stored = new Stored(database);
  conversation = await startConversation({
    ...database.environmentOf('conversation'),
    ...nats.environmentOf('conversation'),
    OPENAI_BASE_URL: model.base_url,
  });
});

afterEach(async () => {
  await fetch(`${model.url}/__faults`, { method: 'DELETE' });
  await fetch(`${model.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  await conversation.stop();
  await Promise.all([database.drop(), nats.stop(), model.close()]);
});

const newPlace = async (user_id?: string): Promise<Place> => {
  const owner = user_id ?? (await create.user(database)).id;
  return { user_id: owner, session_id: (await create.session(database, { user_id: owner })).id };
};

const say = (place: Place, more?: Parameters<typeof talk>[2]): Promise<Heard> =>
  talk(conversation.rpc, place, more);

/** What the model was asked, oldest first. */
const asked = async (): Promise<{ body: { messages: { role: string; content: string }[] } }[]> =>
  ((await (await fetch(`${model.url}/__log`)).json()) as { items: [] }).items;

const switchOn = (fault: object): Promise<Response> =>
  fetch(`${model.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

describe('a message', () => {
  it('is answered by its own frame, the reply in pieces, and the stored reply', async () => {
    const place = await newPlace();
    const heard = await say(place, { text: 'Aaj interview tha', tag: 'evaluation' });
    expect(heard.failure).toBeUndefined();
    expect(heard.frames.length).toBeGreaterThan(3);
    expect(heard.message).toMatchObject({
      role: 'user',
      tag: 'evaluation',
      text: 'Aaj interview tha',
      session_id: place.session_id,
    });
    expect(heard.reply).toMatchObject({
      role: 'ai',
      tag: 'evaluation',
      text: heard.text,
      session_id: place.session_id,
    });
    expect(heard.frames[0]).toMatchObject({ event: 'message', data: { reply_id: heard.reply?.id } });
    expect(await stored.messages(place)).toEqual([
      { id: heard.message?.id, role: 'user', text: 'Aaj interview tha' },
      { id: heard.reply?.id, role: 'ai', text: heard.text },
    ]);
  });

  it('is stored before its first frame, and the reply before its last', async () => {
    const place = await newPlace();
    const seen: Record<string, number> = {};
    for await (const { frame } of openTalk(conversation.rpc, place))
      seen[frame.event] ??= (await stored.messages(place)).length;
    expect(seen).toMatchObject({ message: 1, done: 2 });
  });

  it('is kept byte for byte', async () => {
    const place = await newPlace();
    const text = ' ॐ e\u0301 👩‍👧\n\t"quoted" \\ \u200d ';
    expect((await say(place, { text })).message?.text).toBe(text);
    expect((await stored.messages(place))[0]?.text).toBe(text);
  });

  it('is counted, and the client is told what is left', async () => {
    const place = await newPlace();
    expect((await say(place)).messages_left).toBe(19);
    expect((await say(place)).messages_left).toBe(18);
    expect(await stored.counted(place)).toBe(2);
    await eventually(() => {
      const told = conversation.told.filter(
        ({ subject, user_id }) => subject === 'event.usage.updated' && user_id === place.user_id,
      );
      expect(told.map(({ payload }) => payload)).toEqual([
        { user_id: place.user_id, total_messages: 1, messages_left: 19 },
        { user_id: place.user_id, total_messages: 2, messages_left: 18 },
      ]);
    });
  });

  it('reaches the model with the persona of the session and what was said before', async () => {
    const { id } = await create.user(database, { name: 'आशा' });
    const session = await create.session(database, { user_id: id, persona: 'calm_mature' });
    const place = { user_id: id, session_id: session.id };
    const first = await say(place, { text: 'first words' });
    await say(place, { text: 'second words' });
    const [system, ...rest] = (await asked()).at(-1)?.body.messages ?? [];
    expect(system?.content).toContain('Persona: calm_mature');
    expect(system?.content).toContain('"name":"आशा"');
    expect(rest).toEqual([
      { role: 'user', content: 'first words' },
      { role: 'assistant', content: first.text },
      { role: 'user', content: 'second words' },
    ]);
  });
});

describe('a message is refused, and nothing is stored,', () => {
  it('in a session that has ended', async () => {
    const { id: user_id } = await create.user(database);
    const { id: session_id } = await create.session(database, { user_id, ended_at: new Date() });
    expect((await say({ user_id, session_id })).failure).toBe('session_ended');
    expect(await stored.messages({ user_id, session_id })).toEqual([]);
  });

  it.each<[string, () => Promise<Place>]>([
    [
      "in somebody else's session",
      async () => ({ ...(await newPlace()), user_id: (await newPlace()).user_id }),
    ],
    ['in no session', async () => ({ ...(await newPlace()), session_id: crypto.randomUUID() })],
    ['by nobody', async () => ({ ...(await newPlace()), user_id: crypto.randomUUID() })],
    [
      'in a call',
      async () => {
        const { id: user_id } = await create.user(database);
        return { user_id, session_id: (await create.session(database, { user_id, type: 'call' })).id };
      },
    ],
  ])('%s', async (_where, somewhere) => {
    const place = await somewhere();
    expect((await say(place)).failure).toBe('not_found');
    expect(await stored.messages(place)).toEqual([]);
  });

  it('while a reply is being written', async () => {
    await switchOn({ mode: 'silence_after', ms: 200, times: 1 });
    const place = await newPlace();
    const first = say(place);
    await eventually(async () => {
      expect(await stored.turnState(place)).toBe('running');
    });
    expect((await say(place)).failure).toBe('reply_in_progress');
    expect((await first).failure).toBeUndefined();
    expect(await stored.messages(place)).toHaveLength(2);
    expect((await say(place)).failure).toBeUndefined();
  });

  it('when another one came at the same moment: of ten at once in one session, one is stored', async () => {
    await switchOn({ mode: 'silence_after', ms: 250, times: 1 });
    const place = await newPlace();
    const heard = await Promise.all(Array.from({ length: 10 }, (_, n) => say(place, { text: String(n) })));
    expect(heard.map(({ failure }) => failure ?? 'answered').sort()).toEqual([
      'answered',
      ...Array.from({ length: 9 }, () => 'reply_in_progress'),
    ]);
    expect([(await stored.messages(place)).length, await stored.counted(place)]).toEqual([2, 1]);
  });
  it('when others keep coming: whatever the moment, one is let in or told to wait', async () => {
    const place = await newPlace();
    await database.rows('DELETE FROM usage_stats WHERE user_id = $1', [place.user_id]);
    await create.pass(database, { user_id: place.user_id });
    const talkers = Array.from({ length: 8 }, async () => {
      const failures: (string | undefined)[] = [];
      for (let turn = 0; turn < 15; turn += 1) failures.push((await say(place)).failure);
      return failures;
    });
    const failures = new Set((await Promise.all(talkers)).flat());
    failures.delete(undefined);
    failures.delete('reply_in_progress');
    expect([...failures]).toEqual([]);
  }, 20_000);
});

describe('a reply whose letters are split between packets', () => {
  it('is understood', async () => {
    await switchOn({ mode: 'split_utf8', times: 1 });
    const heard = await say(await newPlace(), { text: 'आज बहुत थक गया हूँ' });
    expect(heard.failure).toBeUndefined();
    expect(heard.text).toMatch(/\p{Script=Devanagari}/u);
    expect(heard.text).not.toContain('\ufffd');
  });
});

describe('a reader who leaves', () => {
  it('changes nothing: the reply is finished and stored', async () => {
    const place = await newPlace();
    for await (const { frame } of openTalk(conversation.rpc, place)) if (frame.event === 'delta') break;
    await eventually(async () => {
      expect(await stored.roles(place)).toEqual(['user', 'ai']);
    });
    expect(await stored.turnState(place)).toBe('complete');
  });
});

describe('a reply that is stopped', () => {
  it('is stored as far as it came, and the next message may be sent', async () => {
    await switchOn({ mode: 'silence_after', tokens: 3, times: 1 });
    const place = await newPlace();
    const stream = openTalk(conversation.rpc, place);
    let text = '';
    for await (const { frame } of stream) {
      if (frame.event !== 'delta') continue;
      text += frame.data.text;
      if (text.trim().split(' ').length === 3) stream.stop();
    }
    expect((await stored.messages(place))[1]).toMatchObject({ role: 'ai', text });
    expect(await stored.turnState(place)).toBe('cancelled');
    expect((await say(place)).failure).toBeUndefined();
  });

  it('before its first word leaves no reply', async () => {
    await switchOn({ mode: 'hang', times: 1 });
    const place = await newPlace();
    const stream = openTalk(conversation.rpc, place);
    for await (const { frame } of stream) if (frame.event === 'message') stream.stop();
    expect(await stored.roles(place)).toEqual(['user']);
    expect(await stored.turnState(place)).toBe('cancelled');
  });
});
