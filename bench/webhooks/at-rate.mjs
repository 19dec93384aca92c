import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Sends requests at a fixed rate, whether the ones before were answered or not.
 * @param {number} rate a second
 * @param {number} count
 * @param {(index: number) => Promise<Response>} send
 * @returns {Promise<readonly { readonly ms: number, readonly status: number }[]>}
 */
export const atRate = async (rate, count, send) => {
  const began = performance.now();
  const underWay = [];
  for (let index = 0; index < count; index += 1) {
    const due = began + (index * 1000) / rate;
    await sleep(Math.max(0, due - performance.now()));
    underWay.push(timed(due, () => send(index)));
  }
  return Promise.all(underWay);
};

/**
 * @param {number} due when it was to be sent: what waits in this process counts as well
 * @param {() => Promise<Response>} send
 */
const timed = async (due, send) => {
  try {
    const answer = await send();
    await answer.arrayBuffer();
    return { ms: performance.now() - due, status: answer.status };
  } catch {
    return { ms: performance.now() - due, status: 0 };
  }
};

/** @param {readonly { readonly ms: number }[]} answers */
export const percentiles = (answers) => {
  const sorted = answers.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (/** @type {number} */ part) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};
