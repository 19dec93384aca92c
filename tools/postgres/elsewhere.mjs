import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter } from './account.mjs';

// When root starts Postgres from a checkout that other accounts cannot enter, such as one in root's home, the
// account that Postgres runs as needs its data and its binaries in a place that it can reach.
const PLACE = '/var/lib/saathi';

/** @typedef {import('../process/child.mjs').Account} Account */

/**
 * Makes sure that the account can reach the data: in the folder itself, or else behind a link.
 * @param {string} dataDir
 * @param {Account | undefined} account
 * @returns {string} where they lie
 */
export const reachableData = (dataDir, account) => {
  mkdirSync(dirname(dataDir), { recursive: true });
  if (dataPlace(dataDir) !== dataDir) return dataPlace(dataDir);
  if (account === undefined || canEnter(dirname(dataDir), account)) return dataDir;
  const folder = placeFor(dataDir);
  if (existsSync(dataDir)) renameSync(dataDir, folder);
  symlinkSync(folder, dataDir);
  return folder;
};

/**
 * Where the data lie now.
 * @param {string} dataDir
 */
export const dataPlace = (dataDir) =>
  lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(dataDir) : dataDir;

/**
 * A copy of the binaries' folder that the account can run.
 * @param {string} native
 * @param {Account} account
 */
export const reachableBinaries = (native, account) => {
  const release = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const folder = placeFor(native + release);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, unfinished]);
  renameSync(unfinished, folder);
  return folder;
};

/** @param {string} what */
const placeFor = (what) => {
  mkdirSync(PLACE, { recursive: true });
  chmodSync(PLACE, 0o755);
  return join(PLACE, createHash('sha256').update(what).digest('hex').slice(0, 12));
};
