import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn, hashOf } from './build.mjs';
import { Fault } from './fault.mjs';
import { withLock } from './lock-file.mjs';
import { dataFolder, root } from './places.mjs';
import { runCommand } from './process/run-command.mjs';

const client = join(root, 'apps/web');
const dist = join(client, 'dist');
const stampFile = join(dist, '.stamp');

/** What the client takes from outside its folder: the enums, and the versions of its packages. */
const BORROWED = ['libs/contracts/src/enums'];
const SETTINGS = ['tsconfig.json', 'package-lock.json'];
const NOT_SOURCES = ['node_modules', 'dist'];

/**
 * Everything that the web client is made of.
 * @returns {string[]} paths from the checkout
 */
export const webSourceFiles = () => [
  ...['apps/web', ...BORROWED].flatMap((folder) => filesIn(folder, NOT_SOURCES)),
  ...SETTINGS,
];

/**
 * Builds the web client into `apps/web/dist` unless that was made from these very sources. It is built beside and
 * then put in place, so that nobody is ever served half a build.
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 * @throws {Fault} with what Vite says
 */
export const buildWeb = ({ say, signal }) =>
  withLock(join(dataFolder, 'web-build.lock'), async () => {
    const hash = hashOf(webSourceFiles());
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
    say('Building the web client');
    const made = join(dataFolder, 'web-build');
    rmSync(made, { recursive: true, force: true });
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--outDir', made, '--emptyOutDir', '--logLevel', 'warn'];
    // Whoever builds it, a test for instance, it is the client that people get.
    const env = { ...process.env, NODE_ENV: 'production' };
    const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: client, env, signal });
    if (code !== 0) throw new Fault(`The web client could not be built:\n${(stdout + stderr).trim()}`);
    writeFileSync(join(made, basename(stampFile)), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(made, dist);
  });
