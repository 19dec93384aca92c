import { setTimeout as sleep } from 'node:timers/promises';
import { nextDelay } from './backoff.mjs';

/**
 * @typedef {import('./child.mjs').Running} Running
 * @typedef {import('./child.mjs').End} End
 */

/**
 * A process that is started again whenever it ends.
 * @template {Running} [Life=Running]
 * @typedef {object} Kept
 * @property {string} name
 * @property {Promise<Life>} first its first life
 * @property {Promise<never>} failed rejects when its first start fails or it is given up
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 * @property {() => void} leave ends the watch without ending the process
 */

/**
 * @template {Running} Life
 * @typedef {object} Keeping
 * @property {string} name
 * @property {() => Promise<Life>} launch
 * @property {(line: string) => void} say
 * @property {(end: End, deaths: number) => Error | undefined} [judge] may give up after an end
 */

/**
 * Starts a process and keeps it running.
 * @template {Running} Life
 * @param {Keeping<Life>} keeping
 * @returns {Kept<Life>}
 */
export const keepRunning = (keeping) => {
  const leaving = new AbortController();
  const first = keeping.launch();
  /** @type {{ now: Promise<Life | undefined> }} */
  const life = { now: first };
  const failed = watch(keeping, life, leaving.signal);
  failed.catch(() => undefined);
  return {
    name: keeping.name,
    first,
    failed,
    stop: async () => {
      leaving.abort();
      await (await life.now.catch(() => undefined))?.stop();
    },
    kill: () => {
      leaving.abort();
      void life.now.then(
        (running) => running?.kill(),
        () => undefined,
      );
    },
    leave: () => leaving.abort(),
  };
};

/**
 * @template {Running} Life
 * @param {Keeping<Life>} keeping
 * @param {{ now: Promise<Life | undefined> }} life undefined when the last try to start it failed
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
const watch = async ({ name, launch, say, judge = () => undefined }, life, signal) => {
  await life.now;
  let wait = 0;
  for (let deaths = 1; !signal.aborted; deaths += 1) {
    const since = Date.now();
    const end = await (await life.now)?.exited;
    if (signal.aborted) break;
    const error = end && judge(end, deaths);
    if (error) throw error;
    wait = nextDelay(wait, Date.now() - since);
    say(`${name} ${describeEnd(end)}; starting it again ${wait === 0 ? 'now' : `in ${wait / 1000} s`}`);
    await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) life.now = launch().catch(() => undefined);
  }
  return new Promise(() => undefined);
};

/** @param {End | undefined} end */
const describeEnd = (end) => {
  if (end === undefined) return 'could not be started';
  if (end.signal !== null) return `ended (${end.signal})`;
  return end.code === null ? 'ended' : `ended (code ${end.code})`;
};
