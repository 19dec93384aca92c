import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProcess } from './process/pids.mjs';

const POLL_MS = 200;

/**
 * Does some work while no other process of this checkout does work under the same lock.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (file, work) => {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await sleep(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};

/**
 * A lock whose holder was killed is removed, for the next try to take.
 * @param {string} file
 */
const take = (file) => {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // A link appears with its content, so nobody ever reads a lock without its holder's id.
    linkSync(mine, file);
    return true;
  } catch {
    if (!isProcess(Number(readOr(file, '')), '.mjs')) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(mine);
  }
};

/**
 * @param {string} file
 * @param {string} otherwise
 */
const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
};
