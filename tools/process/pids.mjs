import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * The command line of a process; empty when there is none. One that has ended but was not yet collected by
 * its parent has an empty one too.
 * @param {number} pid
 */
export const commandLine = (pid) => {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return (stdout ?? '').trim();
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
};

/**
 * Whether a process still is the one that was noted down: its id may have gone to a stranger since.
 * @param {number} pid
 * @param {string} part of its command line
 * @param {string} [folder] its working folder, compared where the system tells it
 */
export const isProcess = (pid, part, folder) => {
  if (!Number.isInteger(pid) || pid <= 1 || !commandLine(pid).includes(part)) return false;
  return folder === undefined || [undefined, folder].includes(workingFolder(pid));
};

/** @param {number} pid */
const workingFolder = (pid) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
};
