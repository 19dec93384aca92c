import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProcess } from './pids.mjs';

/**
 * How a process ended.
 * @typedef {{ readonly code: number | null, readonly signal: string | null }} End
 *
 * A process that runs: `exited` never rejects, `stop` asks first and then insists, `kill` does not ask.
 * @typedef {{ readonly pid: number, readonly exited: Promise<End>, stop(): Promise<void>, kill(): void }} Running
 *
 * @typedef {{ readonly uid: number, readonly gid: number }} Account
 *
 * How to end a process: ask with one signal, after the limit insist with another.
 * @typedef {{ readonly ask?: NodeJS.Signals, readonly insist?: NodeJS.Signals, readonly limitMs?: number }} Ending
 */

const POLL_MS = 300;

/**
 * Starts a process with a group of its own, so that a Ctrl-C in the terminal reaches only the one who started
 * it. It writes to a file and not to a pipe: when its parent is killed it can still write.
 * @param {{ command: string, args: readonly string[], logFile: string, cwd?: string,
 *   env?: NodeJS.ProcessEnv, account?: Account | undefined, ending?: Ending }} options
 * @returns {Promise<Running>}
 */
export const startChild = async ({ command, args, logFile, cwd, env, account, ending = {} }) => {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    ...account,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  /** @type {Promise<End>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return endable(child.pid ?? -1, exited, ending);
};

/**
 * Takes over a process that somebody else has started.
 * @param {number} pid
 * @param {string} part of its command line
 * @param {Ending} [ending]
 * @returns {Running}
 */
export const adoptProcess = (pid, part, ending = {}) => endable(pid, whenGone(pid, part), ending);

/**
 * @param {number} pid
 * @param {string} part
 * @returns {Promise<End>}
 */
const whenGone = async (pid, part) => {
  while (isProcess(pid, part)) await sleep(POLL_MS);
  return { code: null, signal: null };
};

/**
 * @param {number} pid
 * @param {Promise<End>} exited
 * @param {Ending} ending
 * @returns {Running}
 */
const endable = (pid, exited, { ask = 'SIGTERM', insist = 'SIGKILL', limitMs = 10_000 }) => {
  let gone = false;
  void exited.then(() => (gone = true));
  /** @param {NodeJS.Signals} signal */
  const send = (signal) => {
    try {
      if (!gone) process.kill(pid, signal);
    } catch {
      // It has ended by itself in this moment.
    }
  };
  return {
    pid,
    exited,
    stop: async () => {
      send(ask);
      const insisting = setTimeout(send, limitMs, insist);
      await exited;
      clearTimeout(insisting);
    },
    kill: () => send(insist),
  };
};
