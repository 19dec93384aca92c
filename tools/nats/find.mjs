import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../fault.mjs';
import { runCommand } from '../process/run-command.mjs';
import { unpackDebianPackage } from './debian-package.mjs';

const NAME = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
/** Where packages put it, though it is not on everybody's path. */
const USUAL_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

/**
 * The nats-server that is on this machine: installed, or fetched earlier.
 * @param {string} binDir where a fetched one lies
 * @returns {Promise<{ readonly path: string, readonly version: string } | undefined>}
 */
export const installedNatsServer = async (binDir) => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL_FOLDERS, binDir];
  for (const path of folders.map((folder) => join(folder, NAME)).filter(isExecutable)) {
    const { code, stdout, stderr } = await runCommand(path, ['--version']);
    if (code === 0) return { path, version: /\d[\w.-]*/.exec(stdout + stderr)?.[0] ?? 'of unknown version' };
  }
  return undefined;
};

/**
 * Finds nats-server, or fetches it where the system's own packages have it.
 * @param {{ binDir: string, say: (line: string) => void }} options
 * @returns {Promise<string>} its path
 * @throws {Fault} saying what to do on this system
 */
export const findNatsServer = async ({ binDir, say }) => {
  const installed = await installedNatsServer(binDir);
  if (installed !== undefined) return installed.path;
  const path = join(binDir, NAME);
  let reason = 'there is none on this machine';
  if (existsSync('/usr/bin/apt-get')) {
    say('fetching nats-server from the packages of this system (once)');
    const failure = await unpackDebianPackage(path);
    if (failure === undefined) return path;
    reason = `the packages of this system could not be used:\n${failure}\n`;
  }
  throw new Fault(`nats-server is needed, and ${reason}. ${advice()}`);
};

const advice = () => {
  const install =
    process.platform === 'darwin'
      ? 'Run `brew install nats-server`'
      : 'Put nats-server 2.9 or newer on the PATH (https://github.com/nats-io/nats-server/releases)';
  return `${install}, or set NATS_URL to a server with JetStream, or use \`docker compose up\`.`;
};

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
