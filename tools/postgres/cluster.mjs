import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProcess } from '../process/pids.mjs';

/** @typedef {import('../process/child.mjs').Account} Account */

/** The name of the owner and of the database. */
export const OWNER = 'saathi';

/**
 * Makes an empty cluster where there is none. It appears in its place only when it is complete.
 * @param {{ initdb: string, folder: string, password: string, account: Account | undefined }} options
 */
export const createCluster = ({ initdb, folder, password, account }) => {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const unfinished = `${folder}.${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  try {
    initialise(initdb, unfinished, passwordFile, account);
    renameSync(unfinished, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
};

/**
 * The locale is Postgres' own, so that text sorts alike on every system.
 * @param {string} initdb
 * @param {string} folder
 * @param {string} passwordFile
 * @param {Account | undefined} account
 */
const initialise = (initdb, folder, passwordFile, account) => {
  const { status, stderr, error } = spawnSync(
    initdb,
    [
      `--pgdata=${folder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Postgres could not make its data folder: ${stderr}`, { cause: error });
};

/**
 * The server that works on a data folder at this moment.
 * @param {string} folder
 * @returns {{ readonly pid: number, readonly port: number } | undefined}
 */
export const serverOf = (folder) => {
  const { pid, port } = readLock(folder);
  return port > 0 && isProcess(pid, folder) ? { pid, port } : undefined;
};

/**
 * Removes the lock of a server that was killed. Postgres does so itself, but not while a stranger has the dead
 * server's id, or nobody has collected the dead process. Should any of its children live on, Postgres notices
 * them by their shared memory.
 * @param {string} folder
 */
export const removeStaleLock = (folder) => {
  const { pid } = readLock(folder);
  if (pid > 0 && !isProcess(pid, 'postgres')) rmSync(lockOf(folder), { force: true });
};

/** @param {string} folder */
const lockOf = (folder) => join(folder, 'postmaster.pid');

/**
 * @param {string} folder
 * @returns {{ readonly pid: number, readonly port: number }} zeros when there is no lock
 */
const readLock = (folder) => {
  const lines = existsSync(lockOf(folder)) ? readFileSync(lockOf(folder), 'utf8').split('\n') : [];
  return { pid: Number(lines[0] ?? 0), port: Number(lines[3] ?? 0) };
};
