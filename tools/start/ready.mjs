import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.mjs';

const LIMIT_MS = 90_000;
const POLL_MS = 100;
const ANSWER_LIMIT_MS = 2000;

/**
 * Waits until a health page says yes.
 * @param {{ name: string, url: string, logFile: string, signal: AbortSignal }} options
 * @throws {Fault} when it has not done so in time
 */
export const whenReady = async ({ name, url, logFile, signal }) => {
  let answer = 'no answer';
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; await sleep(POLL_MS, undefined, { signal })) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
      answer = await response.text();
      if (response.ok) return;
    } catch {
      // It does not listen yet.
    }
  }
  throw new Fault(`${name} is not ready after ${LIMIT_MS / 1000} s (${answer}). Its log: ${logFile}`);
};
