import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from './chance.mjs';
import { ask, framesOf, signUp } from './door.mjs';

const WORDS = [
  'I value honest people',
  'I overthink at night',
  'मुझे दफ़्तर में डाँट पड़ी',
  'mera exam kal hai',
  'I feel better now',
];
const MOST_MESSAGES = 5;
const SOME_PAY = 0.15;
const RETRY_MS = 200;
/** Whoever gets no answer for so long gives up, and says so. */
const PATIENCE_MS = 90_000;
const READ_LIMIT_MS = 75_000;

/** Somebody who talks, is stubborn, and writes down what they were told. */
export class Person {
  /**
   * @param {import('./ground.mjs').Ground} ground
   * @param {import('./journal.mjs').Journal} journal
   * @param {() => number} chance
   * @param {Awaited<ReturnType<typeof signUp>>} login
   */
  constructor(ground, journal, chance, login) {
    this.ground = ground;
    this.journal = journal;
    this.chance = chance;
    this.login = login;
    this.isTired = false;
  }

  /**
   * @param {import('./ground.mjs').Ground} ground
   * @param {import('./journal.mjs').Journal} journal
   * @param {() => number} chance
   */
  static async join(ground, journal, chance) {
    return new Person(ground, journal, chance, await signUp(ground, `${randomUUID()}@faults.test`));
  }

  /** Talks session after session until told to stop; the last session is ended, too. */
  async talk() {
    while (!this.isTired) {
      const session = await this.startSession();
      const messages = 1 + Math.floor(this.chance() * MOST_MESSAGES);
      for (let said = 0; said < messages && !this.isTired; said += 1)
        await this.say(session, oneOf(this.chance, WORDS));
      if (this.chance() < SOME_PAY) await this.pay();
      await this.insist('POST', `/v1/sessions/${session}/end`);
      this.note({ kind: 'ended', session_id: session });
    }
  }

  /** Lets them finish what they are at. */
  stop() {
    this.isTired = true;
  }

  async startSession() {
    const { body } = await this.insist('POST', '/v1/sessions', { type: 'chat' }, randomUUID());
    this.note({ kind: 'started', session_id: body.id });
    return body.id;
  }

  async pay() {
    const { body } = await this.insist('POST', '/v1/payments', { plan_type: 'daily' }, randomUUID());
    const paid = await ask(`${body.checkout.url}/pay`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    if (paid.status === 200) this.note({ kind: 'paid', payment_id: body.id });
  }

  /**
   * Sends a message with one key until it is taken, and stays with its reply until there is one.
   * @param {string} session
   * @param {string} text
   */
  async say(session, text) {
    const key = randomUUID();
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(RETRY_MS)) {
      const reply = await this.send(session, text, key);
      if (reply === undefined) continue;
      if (!reply.isWhole) await this.stayWith(session, reply);
      return;
    }
    throw new Error(`a message was not taken within ${PATIENCE_MS / 1000} s`);
  }

  /**
   * @param {string} session @param {string} text @param {string} key
   * @returns {Promise<Reply | undefined>} undefined when it was not taken, as far as one can see
   */
  async send(session, text, key) {
    const answer = await this.open('POST', `/v1/sessions/${session}/messages`, { text }, key);
    if (answer === undefined) return undefined;
    /** @type {Reply | undefined} */
    let reply;
    for await (const { id, event, data } of framesOf(answer)) {
      if (event === 'message') {
        reply = { id: data.reply_id, text: '', last: id, isWhole: false };
        const { id: message_id } = data.message;
        this.note({ kind: 'said', key, session_id: session, message_id, reply_id: reply.id, text });
      } else if (reply !== undefined) take(reply, { id, event, data });
    }
    if (reply !== undefined) this.noteReply(reply);
    return reply;
  }

  /**
   * Joins a reply that broke off until it is whole, or asks for another one when it will not be.
   * @param {string} session
   * @param {Reply} reply
   */
  async stayWith(session, reply) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(RETRY_MS)) {
      const answer = await this.open(
        'GET',
        `/v1/sessions/${session}/reply`,
        undefined,
        undefined,
        reply.last,
      );
      if (answer === undefined) continue;
      if (answer.status === 200) {
        for await (const frame of framesOf(answer)) take(reply, frame);
        this.noteReply(reply);
        if (reply.isWhole) return;
        continue;
      }
      // None is under way: it is in the list, or it has to be made again.
      if (await this.hasReply(session, reply.id)) return;
      this.note({ kind: 'remade', reply_id: reply.id });
      const again = await this.insist(
        'POST',
        `/v1/sessions/${session}/reply`,
        undefined,
        undefined,
        [200, 201, 409],
      );
      if (again.status !== 409) return;
    }
    throw new Error(`a reply did not come within ${PATIENCE_MS / 1000} s`);
  }

  /** @param {string} session @param {string} reply */
  async hasReply(session, reply) {
    const { body } = await this.insist('GET', `/v1/sessions/${session}/messages?limit=100`);
    return body.items.some((/** @type {{ id: string }} */ { id }) => id === reply);
  }

  /** @param {Reply} reply */
  noteReply({ id, text, isWhole }) {
    this.note(isWhole ? { kind: 'whole', reply_id: id, text } : { kind: 'saw', reply_id: id, text });
  }

  /**
   * Begins a stream.
   * @param {string} method @param {string} path @param {unknown} [body] @param {string} [key] @param {number} [last]
   * @returns {Promise<Response | undefined>} undefined when there is none, yet
   */
  async open(method, path, body, key, last) {
    const startedAt = performance.now();
    try {
      const answer = await fetch(`${this.ground.url}${path}`, {
        method,
        headers: {
          ...this.headers(key),
          accept: 'text/event-stream',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(last === undefined ? {} : { 'last-event-id': String(last) }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(READ_LIMIT_MS),
      });
      if (answer.status === 200 || answer.status === 204) return answer;
      await answer.arrayBuffer();
      await this.mind(`${method} stream`, answer.status, performance.now() - startedAt);
    } catch {
      await this.mind(`${method} stream`, 0, performance.now() - startedAt);
    }
    return undefined;
  }

  /**
   * Asks until the answer is a good one.
   * @param {string} method @param {string} path @param {unknown} [body] @param {string} [key]
   * @param {readonly number[]} [good]
   * @returns {Promise<import('./door.mjs').Answer>}
   */
  async insist(method, path, body, key, good = [200, 201, 204]) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(RETRY_MS)) {
      const answer = await ask(`${this.ground.url}${path}`, { method, body, headers: this.headers(key) });
      if (good.includes(answer.status)) return answer;
      await this.mind(`${method} ${path.replaceAll(/[\da-f-]{36}/g, ':id')}`, answer.status, answer.ms);
    }
    throw new Error(`${method} ${path} was not answered well within ${PATIENCE_MS / 1000} s`);
  }

  /** @param {string} request @param {number} status @param {number} ms */
  async mind(request, status, ms) {
    this.note({ kind: 'answered', request, status, ms: Math.round(ms) });
    if (status !== 401) return;
    const { body } = await ask(`${this.ground.url}/v1/auth/refresh`, {
      method: 'POST',
      body: { refresh_token: this.login.refresh_token },
    });
    if (body?.access_token !== undefined) this.login = { ...this.login, ...body };
  }

  /** @param {string | undefined} key */
  headers(key) {
    return {
      authorization: `Bearer ${this.login.access_token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
  }

  /** @param {import('./journal.mjs').Entry} entry */
  note(entry) {
    this.journal.write(this.login.user_id, entry);
  }
}

/**
 * As much of a reply as came.
 * @typedef {{ id: string, text: string, last: number, isWhole: boolean }} Reply
 */

/** @param {Reply} reply @param {import('./door.mjs').Frame} frame */
const take = (reply, { id, event, data }) => {
  reply.last = id;
  if (event === 'delta') reply.text += data.text;
  if (event === 'done') reply.isWhole = true;
};
