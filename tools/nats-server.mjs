import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from './fault.mjs';
import { freePort, isFree } from './free-port.mjs';
import { natsInfo } from './nats/info.mjs';
import { adoptProcess, startChild } from './process/child.mjs';
import { followLog, lastLines } from './process/follow-log.mjs';
import { commandLine } from './process/pids.mjs';

export { findNatsServer } from './nats/find.mjs';

const START_LIMIT_MS = 15_000;
const POLL_MS = 25;

/**
 * Starts a NATS server with JetStream on a store, or takes over the one that still runs there. It listens on
 * 127.0.0.1 only, and writes its log to `<storeDir>.log`.
 * @param {{ bin: string, storeDir: string, port: number, onLog?: (line: string) => void }} options
 *   port 0 takes any free one
 * @returns {Promise<import('./process/child.mjs').Running & { readonly url: string, readonly port: number }>}
 * @throws {Fault} when it does not answer
 */
export async function startNatsServer({ bin, storeDir, port, onLog = () => undefined }) {
  mkdirSync(storeDir, { recursive: true });
  const logFile = `${storeDir}.log`;
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const running = natsServerOf(storeDir);
  const adopted = running !== undefined && [0, running.port].includes(port) ? running : undefined;
  if (running !== undefined && adopted === undefined) await adoptProcess(running.pid, storeDir).stop();
  const actualPort = adopted?.port ?? (port === 0 ? await freePort() : port);
  const server =
    adopted !== undefined
      ? adoptProcess(adopted.pid, storeDir)
      : await launch({ bin, storeDir, port: actualPort, logFile });
  const url = `nats://127.0.0.1:${actualPort}`;
  if (!(await answers(url, server))) {
    await server.stop();
    throw new Fault(`nats-server cannot be used on port ${actualPort}:\n${lastLines(logFile, from)}`);
  }
  void server.exited.then(followLog(logFile, onLog, from));
  return { ...server, port: actualPort, url };
}

/**
 * The server that works on a store at this moment.
 * @param {string} storeDir
 * @returns {{ readonly pid: number, readonly port: number } | undefined}
 */
export const natsServerOf = (storeDir) => {
  try {
    const pid = Number(readFileSync(pidFileOf(storeDir), 'utf8'));
    const line = commandLine(pid);
    const port = Number(/ -p (\d+) /.exec(line)?.[1]);
    return line.includes(storeDir) && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
};

/** @param {{ bin: string, storeDir: string, port: number, logFile: string }} options */
const launch = async ({ bin, storeDir, port, logFile }) => {
  if (!(await isFree(port))) throw new Fault(`nats-server cannot listen on port ${port}: it is taken`);
  const address = ['-a', '127.0.0.1', '-p', String(port)];
  const store = ['-js', '-sd', storeDir, '-P', pidFileOf(storeDir)];
  return startChild({ command: bin, args: [...address, ...store], logFile });
};

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
