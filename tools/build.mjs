import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from './fault.mjs';
import { withLock } from './lock-file.mjs';
import { dataFolder, root } from './places.mjs';
import { runCommand } from './process/run-command.mjs';

const SOURCES = ['apps', 'libs', 'migrations', 'stand-ins'];
const SETTINGS = ['nest-cli.json', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** The web client is in `apps`, too, but has a build of its own (web-build.mjs). */
const NOT_OURS = ['node_modules', 'web'];

const dist = join(root, 'dist');
const stampFile = join(dist, '.stamp');

/**
 * Compiles everything into `dist` unless that was made from these very sources. It is compiled beside and then
 * put in place, so that whoever runs from `dist` never meets half a build, and a build that fails changes nothing.
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 * @throws {Fault} with what the compiler says
 */
export const build = ({ say, signal }) =>
  withLock(join(dataFolder, 'build.lock'), async () => {
    const hash = hashOf(sourceFiles());
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
    say('Building');
    const folder = copySources(join(dataFolder, 'build'));
    const nest = join(root, 'node_modules', '.bin', 'nest');
    const { code, stdout, stderr } = await runCommand(nest, ['build', '--all'], { cwd: folder, signal });
    if (code !== 0) throw new Fault(`The build failed:\n${withoutProgress(stdout + stderr)}`);
    writeFileSync(join(folder, 'dist', basename(stampFile)), hash);
    if (existsSync(dist)) renameSync(dist, join(folder, 'replaced'));
    renameSync(join(folder, 'dist'), dist);
    rmSync(folder, { recursive: true });
  });

/**
 * @param {string} folder is emptied first
 * @returns {string} the folder
 */
const copySources = (folder) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of [...SOURCES, ...SETTINGS]) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !NOT_OURS.includes(basename(path)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

/**
 * Everything that is compiled, or says how.
 * @returns {string[]} paths from the checkout
 */
export const sourceFiles = () => [...SOURCES.flatMap((folder) => filesIn(folder, NOT_OURS)), ...SETTINGS];

/**
 * What tells one set of sources from another.
 * @param {readonly string[]} files paths from the checkout
 */
export const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/**
 * Every file below a folder.
 * @param {string} folder
 * @param {readonly string[]} leftOut names that are passed over
 * @returns {string[]} paths from the checkout
 */
export const filesIn = (folder, leftOut) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !leftOut.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path, leftOut) : [path];
    });

/** @param {string} output */
const withoutProgress = (output) =>
  output
    .split('\n')
    .filter((line) => !/SWC|^\s*\d+: |^Stack backtrace/.test(line))
    .join('\n')
    .trim();
