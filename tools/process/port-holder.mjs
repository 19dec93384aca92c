import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandLine } from './pids.mjs';

/** State of a listening socket in /proc/net/tcp. */
const LISTENING = '0A';

/**
 * Who listens on a port, as far as we are allowed to know.
 * @param {number} port
 * @returns {{ readonly pid: number, readonly command: string } | undefined}
 */
export const portHolder = (port) => {
  const pid = process.platform === 'linux' ? pidOnLinux(port) : pidByLsof(port);
  return pid === undefined ? undefined : { pid, command: commandLine(pid) };
};

/** @param {number} port */
const pidByLsof = (port) => {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
  return Number(stdout?.split('\n')[0]) || undefined;
};

/** @param {number} port */
const pidOnLinux = (port) => {
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readOr(() => readFileSync(file, 'utf8').split('\n'), []))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTENING && parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)
    .map((fields) => `socket:[${fields[9]}]`);
  if (sockets.length === 0) return undefined;
  return readOr(() => readdirSync('/proc'), [])
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((file) => sockets.includes(file)));
};

/**
 * @param {number} pid
 * @returns {readonly string[]}
 */
const openFiles = (pid) => {
  const folder = `/proc/${pid}/fd`;
  return readOr(() => readdirSync(folder), []).map((name) =>
    readOr(() => readlinkSync(`${folder}/${name}`), ''),
  );
};

/**
 * What may vanish, or be forbidden, at any moment.
 * @template T
 * @param {() => T} read
 * @param {T} otherwise
 */
const readOr = (read, otherwise) => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};
