import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Fault } from '../fault.mjs';
import { root } from '../places.mjs';

/** @typedef {import('../process/child.mjs').Account} Account */

/**
 * The account to run Postgres as: our own, unless that is root, as whom Postgres refuses to run. Then it is
 * whoever owns the data, or else the checkout, or else an account without rights that most systems have.
 * @param {string} dataDir
 * @returns {Account | undefined} undefined for our own
 */
export const accountFor = (dataDir) => {
  if (process.getuid?.() !== 0) return undefined;
  const owners = [dataDir, root].filter((folder) => existsSync(folder)).map((folder) => statSync(folder).uid);
  for (const who of [...owners.filter((uid) => uid !== 0).map(String), 'postgres', 'nobody']) {
    const account = lookUp(who);
    if (account !== undefined) return account;
  }
  throw new Fault('Postgres does not run as root: start as another account, or set DATABASE_URL');
};

/**
 * Whether an account may enter a folder.
 * @param {string} folder
 * @param {Account} account
 */
export const canEnter = (folder, account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status ===
  0;

/**
 * @param {string} who a name or a number; a number without an account is of no use to Postgres
 * @returns {Account | undefined}
 */
const lookUp = (who) => {
  const [uid, gid] = ['-u', '-g'].map((which) => {
    const { status, stdout } = spawnSync('id', [which, who], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
};
