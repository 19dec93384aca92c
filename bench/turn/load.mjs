import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Somebody who talks: where they send a message, as whom, and what they say one after the other.
 * @typedef {{ readonly path: string, readonly headers: Record<string, string>, readonly bodies: readonly string[] }} Talker
 *
 * What came of a load.
 * @typedef {{ turns: number, failed: number, ttft: number[], seconds: number }} Outcome
 */

/** @param {readonly number[]} values @param {number} share */
export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/**
 * Lets people talk for a while, each one message after the other.
 * @param {number} port
 * @param {readonly Talker[]} talkers
 * @param {{ seconds: number, everyMs?: number }} options `everyMs`: how often each of them sends; absent: at once
 * @returns {Promise<Outcome>}
 */
export const load = async (port, talkers, { seconds, everyMs = 0 }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  /** @type {Outcome} */
  const outcome = { turns: 0, failed: 0, ttft: [], seconds: 0 };
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const talk = async (/** @type {Talker} */ talker, /** @type {number} */ index) => {
    await pause((everyMs * index) / talkers.length);
    // Not all the same at the same time.
    let said = index * 7;
    for (let due = performance.now(); due < until; due = everyMs > 0 ? due + everyMs : performance.now()) {
      await pause(Math.max(0, due - performance.now()));
      const first = await turn(port, agent, talker, said);
      said += 1;
      if (first === undefined) {
        outcome.failed += 1;
        await pause(50);
      } else {
        outcome.turns += 1;
        outcome.ttft.push(first);
      }
    }
  };
  await Promise.all(talkers.map(talk));
  outcome.seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return outcome;
};

/**
 * Sends one message and reads the reply to its end.
 * @param {number} port
 * @param {Agent} agent
 * @param {Talker} talker
 * @param {number} [said] how many messages came before
 * @returns {Promise<number | undefined>} milliseconds until the first words; undefined when there was no whole reply
 */
export const turn = (port, agent, { path, headers, bodies }, said = 0) =>
  new Promise((resolve) => {
    const sentAt = performance.now();
    /** @type {number | undefined} */
    let first;
    let end = '';
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      answer.setEncoding('latin1');
      answer.on('data', (/** @type {string} */ text) => {
        if (first === undefined && text.includes('event: delta')) first = performance.now() - sentAt;
        end = (end + text).slice(-2000);
      });
      answer.on('end', () => resolve(end.includes('event: done') ? first : undefined));
      answer.on('error', () => resolve(undefined));
    });
    sent.on('error', () => resolve(undefined)).end(bodies[said % bodies.length]);
  });
