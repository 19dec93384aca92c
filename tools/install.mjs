import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { withLock } from './lock-file.mjs';
import { dataFolder, root } from './places.mjs';

const stampFile = join(root, 'node_modules', '.saathi-installed');

/** Whether the packages on the disk are the ones of the lock file. */
export const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();

/**
 * Installs the packages of the lock file when others are there, or none.
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 * @throws {Fault} when npm fails
 */
export const installPackages = async ({ say, signal }) => {
  if (isInstalled()) return;
  await withLock(join(dataFolder, 'install.lock'), async () => {
    if (isInstalled()) return;
    say('Installing packages (about a minute, only when they change)');
    if ((await npmCi(signal)) !== 0) {
      throw new Fault('The packages could not be installed: see above what npm says, then try again');
    }
    writeFileSync(stampFile, lockHash());
  });
};

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * The npm that runs this, if one does: it need not be the one on the path.
 * @returns {readonly string[]} the words that a call begins with
 */
export const npmCommand = () => {
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
};

/**
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<number | null>} npm's exit code
 */
const npmCi = (signal) => {
  const [command = '', ...before] = npmCommand();
  const args = [...before, 'ci', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit'];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...(signal ? { signal } : {}) });
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
};
