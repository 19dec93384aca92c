import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../fault.mjs';
import { withLock } from '../lock-file.mjs';
import { dataFolder, root } from '../places.mjs';
import { adoptProcess } from '../process/child.mjs';
import { isProcess } from '../process/pids.mjs';

// Each start has a folder with a note of its own process and of every process it has started, so that the next
// start can find what a killed one left behind.
const runs = join(dataFolder, 'run');
const SELF = 'start';
const ORPHAN_LIMIT_MS = 5000;

/** @typedef {'postgres' | 'nats'} Server */
/** @typedef {{ readonly pid: number, readonly script: string, readonly uses?: readonly Server[] }} Note */

/**
 * Takes a gateway port of this checkout for this process. Ends what killed starts have left running.
 * @param {import('../places.mjs').Places} places
 * @param {readonly Server[]} uses which of our own servers this start needs
 * @throws {Fault} when another start has it
 */
export const claimStart = (places, uses) =>
  withLock(places.startLock, async () => {
    mkdirSync(runs, { recursive: true });
    for (const folder of readdirSync(runs).map((name) => join(runs, name))) {
      if (!isAlive(folder)) await endOrphans(folder);
    }
    const other = readNote(places.run, SELF);
    if (other !== undefined) {
      throw new Fault(
        `Saathi runs already on port ${basename(places.run)} (process ${other.pid}); choose another with PORT=<number>`,
      );
    }
    rmSync(places.logs, { recursive: true, force: true });
    for (const folder of [places.run, places.logs]) mkdirSync(folder, { recursive: true });
    noteDown(places.run, SELF, { pid: process.pid, script: 'start.mjs', uses });
  });

/**
 * Whether another start of this checkout runs.
 * @param {import('../places.mjs').Places} places of this one
 */
export const othersRun = (places) => otherStarts(places).length > 0;

/**
 * Whether another start of this checkout needs one of our own servers.
 * @param {import('../places.mjs').Places} places of this one
 * @param {Server} server
 */
export const othersUse = (places, server) =>
  otherStarts(places).some((folder) => readNote(folder, SELF)?.uses?.includes(server));

/** @param {import('../places.mjs').Places} places */
const otherStarts = (places) =>
  (existsSync(runs) ? readdirSync(runs) : [])
    .map((name) => join(runs, name))
    .filter((folder) => folder !== places.run && isAlive(folder));

/**
 * Whether a start runs on this gateway port at the moment.
 * @param {import('../places.mjs').Places} places
 */
export const isRunning = (places) => isAlive(places.run);

/**
 * Notes down a process that this start has started.
 * @param {string} folder
 * @param {string} name
 * @param {Note} note
 */
export const noteDown = (folder, name, note) =>
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(note));

/**
 * Gives the port back.
 * @param {import('../places.mjs').Places} places
 */
export const releaseStart = (places) => rmSync(places.run, { recursive: true, force: true });

/** @param {string} folder */
const isAlive = (folder) => {
  const note = readNote(folder, SELF);
  return note !== undefined && isProcess(note.pid, note.script, root);
};

/** @param {string} folder */
const endOrphans = async (folder) => {
  const notes = readdirSync(folder).map((file) => readNote(folder, basename(file, '.json')));
  await Promise.all(
    notes.map(async (note) => {
      if (note === undefined || !isProcess(note.pid, note.script, root)) return;
      await adoptProcess(note.pid, note.script, { limitMs: ORPHAN_LIMIT_MS }).stop();
    }),
  );
  rmSync(folder, { recursive: true });
};

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Note | undefined}
 */
const readNote = (folder, name) => {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
};
