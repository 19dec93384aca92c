import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { createHmac } from 'node:crypto';
import { ask, Person, type Frame } from './person.js';
import { Stack } from './stack.js';

const FIRST_EVENING = [
  'Aaj office mein bahut stress tha, boss ne sabke saamne daanta',
  'Mujhe na bolna nahi aata, sab kaam le leti hoon',
  'Mujhe aise log pasand hain jo honest aur patient hote hain. Kal meri boss ke saath meeting hai',
];
const SECOND_EVENING = [
  'Meeting theek rahi, maine na bola!',
  'Par raat ko overthinking hoti hai',
  'Honest partner chahiye mujhe, jo sune',
];

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ FREE_MESSAGES: '8' });
}, 90_000);

afterAll(() => stack.stop(), 30_000);

const frames = async (stream: AsyncIterable<Frame>): Promise<Frame[]> => {
  const all: Frame[] = [];
  for await (const frame of stream) all.push(frame);
  return all;
};

describe('the first evenings', () => {
  it('learn about a person, session by session, and the companion grows', async () => {
    const asha = await Person.join(stack, { persona: 'calm_mature' });
    const empty = await asha.get('/v1/me/summary');
    expect(empty.body).toMatchObject({
      confidence_score: null,
      top_3_traits_you_value: null,
      sessions_counted: 0,
    });

    const first = await asha.spendEvening(FIRST_EVENING);
    expect(first.body).toMatchObject({
      summary_status: 'ready',
      persona_snapshot: { base: 'calm_mature', revision: 0 },
    });
    const afterFirst = await asha.get('/v1/me/summary');
    expect(afterFirst.body.confidence_score).toBeGreaterThanOrEqual(5);
    expect(afterFirst.body.confidence_score).toBeLessThanOrEqual(10);
    expect(afterFirst.body.top_3_traits_you_value).toEqual(expect.arrayContaining(['imaandari', 'sabr']));
    expect(afterFirst.body.evidence.length).toBeGreaterThan(0);

    const second = await asha.spendEvening(SECOND_EVENING);
    const afterSecond = await asha.get('/v1/me/summary');
    const gained = afterSecond.body.confidence_score - afterFirst.body.confidence_score;
    expect(gained).toBeGreaterThanOrEqual(5);
    expect(gained).toBeLessThanOrEqual(10);
    expect(second.body.persona_snapshot.revision).toBeGreaterThan(0);

    const { body: third } = await asha.post('/v1/sessions', { type: 'chat' });
    const { body: persona } = await asha.get('/v1/me/persona');
    expect(third.persona_snapshot).toMatchObject(persona.persona_prompt);
    expect(third.persona_snapshot.prompt_sha256).not.toBe(first.body.persona_snapshot.prompt_sha256);

    const { body: history } = await asha.get('/v1/me/summary/history');
    expect(
      history.items.map(({ confidence_score }: { confidence_score: number }) => confidence_score),
    ).toEqual([afterSecond.body.confidence_score, afterFirst.body.confidence_score]);
    const row = await stack.database.row('SELECT * FROM user_summary_latest WHERE user_id = $1', [asha.id]);
    expect(afterSecond.body).toMatchObject({
      top_3_traits_you_value: row.top_3_traits_you_value,
      next_time_focus: row.next_time_focus,
      confidence_score: Number(row.confidence_score),
    });
  }, 60_000);

  it('streams a reply whose pieces together are what is stored', async () => {
    const asha = await Person.join(stack);
    const session = await asha.startSession();
    const heard = await frames(asha.stream(session, 'आज बहुत थकान है'));
    expect(heard.map(({ id }) => id)).toEqual(heard.map((_, index) => index + 1));
    expect([heard[0]?.event, heard.at(-1)?.event]).toEqual(['message', 'done']);
    const text = heard
      .filter(({ event }) => event === 'delta')
      .map(({ data }) => data.text)
      .join('');
    const { body } = await asha.get(`/v1/sessions/${session}/messages`);
    expect(body.items).toEqual([heard[0]?.data.message, heard.at(-1)?.data.message]);
    expect(body.items[1]).toMatchObject({ id: heard[0]?.data.reply_id, role: 'ai', text });
    expect(heard.at(-1)?.data.usage).toEqual({ messages_left: 7 });
  });

  it('tells an open client what has changed, also what it missed', async () => {
    const asha = await Person.join(stack);
    const seen: Frame[] = [];
    const listening = (async () => {
      for await (const frame of asha.events()) {
        seen.push(frame);
        if (frame.event === 'persona.updated') return;
      }
    })();
    await asha.spendEvening(FIRST_EVENING);
    await listening;
    expect(new Set(seen.map(({ event }) => event))).toEqual(
      new Set(['usage.updated', 'session.ended', 'summary.updated', 'persona.updated']),
    );
    const missed: Frame[] = [];
    for await (const frame of asha.events(seen[0]?.id)) {
      missed.push(frame);
      if (missed.length === seen.length - 1) break;
    }
    expect(missed).toEqual(seen.slice(1));
  }, 30_000);

  it('skips the summary of a session in which nothing was said', async () => {
    const asha = await Person.join(stack);
    const session = await asha.startSession();
    const { status, body } = await asha.post(`/v1/sessions/${session}/end`);
    expect([status, body.summary_status]).toEqual([200, 'skipped']);
    const again = await asha.post(`/v1/sessions/${session}/end`);
    expect(again.body).toEqual(body);
    expect(await asha.say(session, 'hello?')).toMatchObject({ status: 409, body: { code: 'session_ended' } });
  });
});

describe('the free allowance', () => {
  it('ends at its limit, storing nothing more, and a paid pass opens the door at once', async () => {
    const asha = await Person.join(stack);
    const session = await asha.startSession();
    for (let n = 0; n < 8; n += 1) expect((await asha.say(session, `message ${String(n)}`)).status).toBe(201);
    const refused = await asha.say(session, 'one more');
    const { body: plans } = await ask(stack, 'GET', '/v1/plans');
    expect(refused).toMatchObject({
      status: 402,
      body: { code: 'paywall_messages', limit: 8, used: 8, plans },
    });
    const { body: stored } = await asha.get(`/v1/sessions/${session}/messages?limit=100`);
    expect(stored.items).toHaveLength(16);

    const { status, body: payment } = await asha.post('/v1/payments', { plan_type: 'daily' });
    expect([status, payment.status, payment.amount]).toEqual([201, 'pending', '49.00']);
    await fetch(`${payment.checkout.url}/pay`, { method: 'POST', headers: { accept: 'application/json' } });
    await eventually(async () => {
      expect((await asha.get('/v1/subscriptions/current')).status).toBe(200);
    });
    expect(await asha.say(session, 'one more')).toMatchObject({
      status: 201,
      body: { message: { text: 'one more' } },
    });
    const heard = await frames(asha.stream(session, 'and another'));
    expect(heard.at(-1)).toMatchObject({ event: 'done', data: { usage: { messages_left: null } } });
    expect((await asha.get(`/v1/payments/${payment.id}`)).body).toMatchObject({ status: 'success' });
    expect((await asha.get('/v1/me/usage')).body).toMatchObject({
      premium: true,
      messages_left: null,
      total_messages: 10,
    });
  }, 30_000);

  it('is not opened by a webhook that somebody else wrote', async () => {
    const asha = await Person.join(stack);
    const { body: payment } = await asha.post('/v1/payments', { plan_type: 'weekly' });
    const webhook = JSON.stringify({
      type: 'PAYMENT_SUCCESS_WEBHOOK',
      data: {
        order: { order_id: payment.cashfree_order_id, order_amount: 199, order_currency: 'INR' },
        payment: {
          cf_payment_id: '1',
          payment_status: 'SUCCESS',
          payment_amount: 199,
          payment_currency: 'INR',
        },
      },
    });
    const timestamp = String(Date.now());
    const forged = createHmac('sha256', 'guessed')
      .update(timestamp + webhook)
      .digest('base64');
    for (const signature of [forged, '', 'x'.repeat(44)]) {
      const answer = await ask(stack, 'POST', '/v1/webhooks/cashfree', webhook, {
        'x-webhook-signature': signature,
        'x-webhook-timestamp': timestamp,
      });
      expect([answer.status, answer.body.code]).toEqual([401, 'signature_invalid']);
    }
    expect((await asha.get('/v1/me/usage')).body.premium).toBe(false);
  });
});

describe('a reply under way', () => {
  it('can be joined by another client, stopped, and made again', async () => {
    const om = await Person.join(stack);
    const session = await om.startSession();
    const fault = { mode: 'silence_after', tokens: 3, times: 1, match: 'chat' };
    await fetch(`${stack.model}/__faults`, { method: 'POST', body: JSON.stringify(fault) });
    const [first, joined]: [Frame[], Frame[]] = [[], []];
    const talking = (async () => {
      for await (const frame of om.stream(session, 'tell me something long')) first.push(frame);
    })();
    // Words travel together as they come, in one frame or in more.
    const heard = (): string => first.map(({ data }) => String(data.text ?? '')).join('');
    await eventually(() => {
      expect(heard().trim().split(' ')).toHaveLength(3);
    });
    const joining = (async () => {
      for await (const frame of om.joinReply(session, 1)) joined.push(frame);
    })();
    await eventually(() => {
      expect(joined).toEqual(first.slice(1));
    });
    expect((await om.post(`/v1/sessions/${session}/reply/stop`)).status).toBe(204);
    await Promise.all([talking, joining]);
    expect(joined).toEqual(first.slice(1));
    expect(first.at(-1)?.event).toBe('done');
    const stopped = (await om.get(`/v1/sessions/${session}/messages`)).body.items;
    expect(stopped).toHaveLength(2);
    const again = await om.post(`/v1/sessions/${session}/reply`);
    expect(again).toMatchObject({ status: 201, body: { message: stopped[0] } });
    expect(again.body.reply.text.length).toBeGreaterThan(stopped[1].text.length);
    const { body } = await om.get(`/v1/sessions/${session}/messages`);
    expect(body.items).toEqual([stopped[0], again.body.reply]);
    expect((await om.get('/v1/me/usage')).body.total_messages).toBe(1);
    expect(await om.post(`/v1/sessions/${session}/reply`)).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_regenerate' },
    });
  }, 20_000);
});
