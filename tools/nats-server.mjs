import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from './fault.mjs';
import { freePort, isFree } from './free-port.mjs';
import { configText } from './nats/access.mjs';
import { natsInfo } from './nats/info.mjs';
import { adoptProcess, startChild } from './process/child.mjs';
import { followLog, lastLines } from './process/follow-log.mjs';
import { commandLine } from './process/pids.mjs';

export { findNatsServer } from './nats/find.mjs';

const START_LIMIT_MS = 15_000;
const RELOAD_LIMIT_MS = 5000;
const POLL_MS = 25;

/**
 * Starts a NATS server with JetStream on a store, or takes over the one that still runs there. It listens on
 * 127.0.0.1 only, and writes its log to `<storeDir>.log`; its configuration is `<storeDir>.conf`.
 * @param {{ bin: string, storeDir: string, port: number, access: import('./nats/access.mjs').Access,
 *   onLog?: (line: string) => void }} options `port` 0 takes any free one; `access` says who may do what
 * @returns {Promise<import('./process/child.mjs').Running & { readonly url: string, readonly port: number }>}
 * @throws {Fault} when it does not answer
 */
export async function startNatsServer({ bin, storeDir, port, access, onLog = () => undefined }) {
  mkdirSync(storeDir, { recursive: true });
  const logFile = logFileOf(storeDir);
  const from = sizeOf(logFile);
  const running = natsServerOf(storeDir);
  const adopted = running?.configured && [0, running.port].includes(port) ? running : undefined;
  if (running !== undefined && adopted === undefined) await adoptProcess(running.pid, storeDir).stop();
  const actualPort = adopted?.port ?? (port === 0 ? await freePort() : port);
  if (adopted !== undefined) await renewAccess(storeDir, access);
  const server =
    adopted !== undefined
      ? adoptProcess(adopted.pid, storeDir)
      : await launch({ bin, storeDir, port: actualPort, access });
  const url = `nats://127.0.0.1:${actualPort}`;
  if (!(await answers(url, server))) {
    await server.stop();
    throw new Fault(`nats-server cannot be used on port ${actualPort}:\n${lastLines(logFile, from)}`);
  }
  void server.exited.then(followLog(logFile, onLog, from));
  return { ...server, port: actualPort, url };
}

/**
 * Tells the server that works on a store who may do what from now on. Connections stay, unless they lose a right.
 * @param {string} storeDir
 * @param {import('./nats/access.mjs').Access} access
 * @throws {Fault} when the server does not take it
 */
export const renewAccess = async (storeDir, access) => {
  const running = natsServerOf(storeDir);
  if (running === undefined) return;
  const text = configOf({ storeDir, port: running.port, access });
  if (readFileSync(configFileOf(storeDir), 'utf8') === text) return;
  const from = sizeOf(logFileOf(storeDir));
  writeFileSync(configFileOf(storeDir), text);
  process.kill(running.pid, 'SIGHUP');
  for (const until = Date.now() + RELOAD_LIMIT_MS; Date.now() < until; await sleep(POLL_MS)) {
    const said = readFileSync(logFileOf(storeDir), 'utf8').slice(from);
    if (said.includes('Reloaded server configuration')) return;
  }
  throw new Fault(
    `nats-server does not take its new configuration:\n${lastLines(logFileOf(storeDir), from)}`,
  );
};

/**
 * The server that works on a store at this moment.
 * @param {string} storeDir
 * @returns {{ readonly pid: number, readonly port: number, readonly configured: boolean } | undefined}
 *   `configured`: whether it was started with a configuration file, which can be changed while it runs
 */
export const natsServerOf = (storeDir) => {
  try {
    const pid = Number(readFileSync(pidFileOf(storeDir), 'utf8'));
    const line = commandLine(pid);
    const configured = line.includes(configFileOf(storeDir));
    const [, port] = configured
      ? (/^port: (\d+)$/m.exec(readFileSync(configFileOf(storeDir), 'utf8')) ?? [])
      : (/ -p (\d+) /.exec(line) ?? []);
    return line.includes(storeDir) && Number(port) > 0 ? { pid, port: Number(port), configured } : undefined;
  } catch {
    return undefined;
  }
};

/** @param {{ bin: string, storeDir: string, port: number, access: import('./nats/access.mjs').Access }} options */
const launch = async ({ bin, storeDir, port, access }) => {
  if (!(await isFree(port))) throw new Fault(`nats-server cannot listen on port ${port}: it is taken`);
  writeFileSync(configFileOf(storeDir), configOf({ storeDir, port, access }));
  const args = ['-c', configFileOf(storeDir)];
  return startChild({ command: bin, args, logFile: logFileOf(storeDir) });
};

/** @param {{ storeDir: string, port: number, access: import('./nats/access.mjs').Access }} options */
const configOf = ({ storeDir, port, access }) =>
  configText({
    host: '127.0.0.1',
    port,
    pid_file: pidFileOf(storeDir),
    jetstream: { store_dir: storeDir },
    ...access,
  });

/** @param {string} storeDir */
const configFileOf = (storeDir) => `${storeDir}.conf`;

/** @param {string} storeDir */
const logFileOf = (storeDir) => `${storeDir}.log`;

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** @param {string} storeDir */
const pidFileOf = (storeDir) => join(storeDir, 'nats-server.pid');

/**
 * @param {string} url
 * @param {import('./process/child.mjs').Running} server
 */
const answers = async (url, server) => {
  let gone = false;
  void server.exited.then(() => (gone = true));
  for (const until = Date.now() + START_LIMIT_MS; !gone && Date.now() < until; await sleep(POLL_MS)) {
    const info = await natsInfo(url).catch(() => undefined);
    if (info?.jetstream === true) return true;
  }
  return false;
};
