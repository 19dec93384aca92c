import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { Person, type Answer } from './person.js';
import { Stack, type App } from './stack.js';

/** What a reader had when the connection or the reply broke. */
interface Interrupted {
  readonly session: string;
  /** The killed process. */
  readonly former: number;
  readonly heard: readonly { id: number; event: string }[];
  readonly text: string;
}

interface Said {
  readonly role: string;
  readonly text: string;
}

let stack: Stack;
let asha: Person;

beforeAll(async () => {
  stack = await Stack.start();
  asha = await Person.join(stack);
}, 90_000);

afterAll(() => stack.stop(), 30_000);

const calls: [app: App, call: () => Promise<Answer>][] = [
  ['auth', () => asha.get('/v1/me')],
  ['conversation', () => asha.get('/v1/sessions')],
  ['summary', () => asha.get('/v1/me/summary')],
  ['billing', () => asha.get('/v1/me/usage')],
];

describe('a killed service', () => {
  it.each(calls)(
    '%s: is answered for with 503, and is back by itself',
    async (app, call) => {
      expect((await call()).status).toBe(200);
      const former = stack.pidOf(app);
      stack.kill(app);
      const meanwhile = await call();
      expect(meanwhile).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
      expect(meanwhile.headers.get('content-type')).toContain('application/problem+json');
      expect(meanwhile.headers.get('retry-after')).toBe('1');
      await stack.backAgain(app, former);
      expect((await call()).status).toBe(200);
    },
    30_000,
  );
});

describe('a killed gateway', () => {
  it('is back by itself, and lost nothing that it had acknowledged', async () => {
    const session = await asha.startSession();
    const { body: said } = await asha.say(session, 'before');
    const former = stack.pidOf('gateway');
    stack.kill('gateway');
    await stack.backAgain('gateway', former);
    const { body } = await asha.get(`/v1/sessions/${session}/messages`);
    expect(body.items).toEqual([said.message, said.reply]);
    expect((await asha.say(session, 'after')).status).toBe(201);
  }, 30_000);
});

describe('a reply under way', () => {
  const SHOWN_WORDS = 50;
  /** More than fifty words, none twice in a row: one that is missing or doubled does not go unseen. */
  const LONG_REPLY = [
    'You have carried a great deal today, and it makes sense that the evening feels heavy.',
    'Before we look at what your manager said, tell me how the morning went, because you sounded hopeful then.',
    'Sometimes a single remark covers everything good that came before it, like rain over a window.',
    'We could write down three things that were yours, however small they seem, and keep them for tomorrow.',
    'After that, if you still want to, we can find words for the talk you are afraid of.',
    'I would like to hear it in your own order, slowly, with as many pauses as you need.',
  ].join(' ');
  /** Breaks off in the midst of it, a little after what has to be shown. */
  const STOPS_SPEAKING = { mode: 'silence_after', text: LONG_REPLY, tokens: SHOWN_WORDS + 10 };

  /** Says something with a long reply, and kills a process when the reader has fifty words of it. */
  const interrupted = async (app: App, fault: object): Promise<Interrupted> => {
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ times: 1, match: 'chat', ...fault }),
    });
    const session = await asha.startSession();
    const former = stack.pidOf(app);
    const heard: { id: number; event: string; data: any }[] = [];
    const text = (): string => heard.map(({ data }) => data.text ?? '').join('');
    let isKilled = false;
    try {
      for await (const frame of asha.stream(session, 'do not lose me')) {
        heard.push(frame);
        if (isKilled || text().trim().split(' ').length < SHOWN_WORDS) continue;
        isKilled = true;
        stack.kill(app);
      }
    } catch {
      // A killed gateway cuts the connection.
    }
    return { session, former, heard, text: text() };
  };

  const repliesIn = async (session: string): Promise<string[]> => {
    const { body } = await asha.get(`/v1/sessions/${session}/messages`);
    return body.items.flatMap(({ role, text }: Said) => (role === 'ai' ? [text] : []));
  };

  it('whose process is killed keeps what was shown, can be made again, and is counted once', async () => {
    const { messages_left } = (await asha.get('/v1/me/usage')).body;
    const { session, heard, text } = await interrupted('conversation', STOPS_SPEAKING);
    expect(heard.map(({ id }) => id)).toEqual(heard.map((_, index) => index + 1));
    expect(heard.at(-1)).toMatchObject({ event: 'problem', data: { code: 'model_unavailable' } });
    await eventually(async () => {
      expect(await repliesIn(session)).toEqual([text]);
    }, 10_000);
    const again = await asha.post(`/v1/sessions/${session}/reply`);
    expect(again.status).toBe(201);
    expect(await repliesIn(session)).toEqual([again.body.reply.text]);
    expect((await asha.get('/v1/me/usage')).body.messages_left).toBe(messages_left - 1);
    expect((await asha.say(session, 'are you there?')).status).toBe(201);
  }, 60_000);

  it('whose process is killed before the first word is made by the next one, on the same stream', async () => {
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'hang', times: 1, match: 'chat' }),
    });
    const session = await asha.startSession();
    const heard: string[] = [];
    for await (const { event } of asha.stream(session, 'do not lose me')) {
      heard.push(event);
      if (event === 'message') stack.kill('conversation');
    }
    expect([heard[0], heard[1], heard.at(-1)]).toEqual(['message', 'delta', 'done']);
    expect(await repliesIn(session)).toHaveLength(1);
  }, 60_000);

  it('goes on when the gateway is killed, and is joined without a missing or doubled letter', async () => {
    const { session, former, heard, text } = await interrupted('gateway', { ...STOPS_SPEAKING, ms: 7000 });
    await stack.backAgain('gateway', former);
    let rest = '';
    for await (const { data } of asha.joinReply(session, heard.at(-1)?.id ?? 0))
      rest += String(data.text ?? '');
    const [whole] = await eventually(async () => {
      const replies = await repliesIn(session);
      expect(replies).toHaveLength(1);
      return replies;
    }, 10_000);
    expect(`${text}${rest}`).toBe(whole);
    expect(whole).toBe(LONG_REPLY);
  }, 60_000);
});

describe('an interrupted summary', () => {
  it('is written exactly once', async () => {
    const session = await asha.startSession();
    for (const text of [
      'I value honest people',
      'I am afraid of my exam next week',
      'I overthink at night',
    ]) {
      await asha.say(session, text);
    }
    await fetch(`${stack.model}/__log`, { method: 'DELETE' });
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'hang', times: 1, match: 'summary' }),
    });
    await asha.post(`/v1/sessions/${session}/end`);
    await eventually(async () => {
      const { items } = (await (await fetch(`${stack.model}/__log`)).json()) as { items: object[] };
      expect(items.length).toBeGreaterThan(0);
    });
    stack.kill('summary');
    const summarised = await asha.summaryOf(session, 40_000);
    expect(summarised.body.summary_status).toBe('ready');
    const entries = await stack.database.rows('SELECT * FROM confidence_events WHERE session_id = $1', [
      session,
    ]);
    expect(entries).toHaveLength(1);
    expect((await asha.get('/v1/me/summary')).body.confidence_score).toBe(Number(entries[0].delta));
  }, 60_000);
});
