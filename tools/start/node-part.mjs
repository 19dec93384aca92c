import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.mjs';
import { root } from '../places.mjs';
import { startChild } from '../process/child.mjs';
import { lastLines } from '../process/follow-log.mjs';
import { keepRunning } from '../process/keep-running.mjs';
import { whenReady } from './ready.mjs';
import { reasonToGiveUp } from './start-faults.mjs';
import { noteDown } from './starts.mjs';

const LINES_SHOWN = 20;
/** A reply under way may be finished; an application takes 20 s for that at most. */
const END_LIMIT_MS = 25_000;
/** Half the usual room for young objects: a process at rest holds a fifth less memory. */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=8'];

/**
 * What all processes of a start have in common.
 * @typedef {object} Surroundings
 * @property {import('../places.mjs').Places} places
 * @property {import('../settings.mjs').Variables} system variables
 * @property {AbortSignal} signal aborted when the start is asked to leave
 * @property {(line: string) => void} say
 *
 * @typedef {import('../process/keep-running.mjs').Kept & { readonly ready: Promise<void> }} NodePart
 */

/**
 * Runs one of our own Node processes. It is started from the checkout by a relative path, so that a list of
 * processes shows its name.
 * @param {{ name: string, script: string, variables: import('../settings.mjs').Variables, readyUrl: string }} part
 * @param {Surroundings} surroundings
 * @returns {NodePart} `ready` rejects when it is given up before it was ready for the first time
 */
export const runNodePart = ({ name, script, variables, readyUrl }, { places, system, signal, say }) => {
  const logFile = join(places.logs, `${name}.log`);
  let wasReady = false;
  let from = 0;
  const kept = keepRunning({
    name,
    say,
    launch: async () => {
      from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
      const child = await startChild({
        command: process.execPath,
        args: [...NODE_FLAGS, script],
        cwd: root,
        env: { ...system, ...variables },
        logFile,
        ending: { limitMs: END_LIMIT_MS },
      });
      noteDown(places.run, name, { pid: child.pid, script });
      return child;
    },
    judge: (_end, deaths) => {
      if (wasReady) return undefined;
      const reason = reasonToGiveUp({ name, deaths, log: lastLines(logFile, from, LINES_SHOWN) });
      return reason === undefined ? undefined : new Fault(reason);
    },
  });
  const answering = whenReady({ name, url: readyUrl, logFile, signal }).then(() => void (wasReady = true));
  return { ...kept, ready: Promise.race([answering, kept.failed]) };
};
