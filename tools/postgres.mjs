import { statSync } from 'node:fs';
import { freePort, isFree } from './free-port.mjs';
import { accountFor } from './postgres/account.mjs';
import { findBinaries } from './postgres/binaries.mjs';
import { createCluster, removeStaleLock, serverOf } from './postgres/cluster.mjs';
import { codeOf, urlOf, whenItAnswers } from './postgres/connection.mjs';
import { dataPlace, reachableData } from './postgres/elsewhere.mjs';
import { adoptProcess, startChild } from './process/child.mjs';
import { followLog, lastLines } from './process/follow-log.mjs';
import { Fault } from './fault.mjs';

/** SIGTERM would wait for every client to leave; SIGQUIT, unlike SIGKILL, takes the server's children along. */
const ENDING = /** @type {const} */ ({ ask: 'SIGINT', insist: 'SIGQUIT', limitMs: 15_000 });
const START_LIMIT_MS = 60_000;
const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  // The details of an error quote the row it is about.
  'log_error_verbosity=terse',
];
const WRONG_PASSWORD = 'the data were made with another password; `npm start -- --reset` makes new ones';
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the embedded Postgres on a data folder, which it makes when it is missing, or takes over the server
 * that still runs there. It listens on 127.0.0.1 only, and writes its log to `<dataDir>.log`. As root it runs
 * under another account (see `accountFor`), which must be able to enter the folder: otherwise the data lie
 * elsewhere, behind a link.
 * @param {{ dataDir: string, port: number, password: string, durable?: boolean,
 *   onLog?: (line: string) => void }} options port 0 takes any free one; `durable: false` is for tests
 * @returns {Promise<import('./process/child.mjs').Running & { readonly url: string, readonly port: number }>}
 *   `url` is the owner's, of the database `saathi`
 * @throws {Fault} when it cannot run here or does not answer within a minute
 */
export async function startPostgres({ dataDir, port, password, durable = true, onLog = () => undefined }) {
  const account = accountFor(dataDir);
  const folder = reachableData(dataDir, account);
  const log = { file: `${dataDir}.log`, from: sizeOf(`${dataDir}.log`) };
  const running = serverOf(folder);
  const adopted = running !== undefined && [0, running.port].includes(port) ? running : undefined;
  if (running !== undefined && adopted === undefined) await adopt(running.pid, folder).stop();
  const actualPort = adopted?.port ?? (port === 0 ? await freePort() : port);
  const server =
    adopted !== undefined
      ? adopt(adopted.pid, folder)
      : await launch({ folder, port: actualPort, password, durable, account, logFile: log.file });
  await untilReady({ server, port: actualPort, password, log });
  void server.exited.then(followLog(log.file, onLog, log.from));
  return { ...server, port: actualPort, url: urlOf({ port: actualPort, password }) };
}

/**
 * The server that works on a data folder at this moment.
 * @param {string} dataDir
 */
export const postgresServerOf = (dataDir) => serverOf(dataPlace(dataDir));

/**
 * @param {number} pid
 * @param {string} folder
 */
const adopt = (pid, folder) => adoptProcess(pid, folder, ENDING);

/**
 * @param {{ folder: string, port: number, password: string, durable: boolean,
 *   account: import('./process/child.mjs').Account | undefined, logFile: string }} options
 */
const launch = async ({ folder, port, password, durable, account, logFile }) => {
  if (!(await isFree(port))) throw new Fault(`Postgres cannot listen on port ${port}: it is taken`);
  const { initdb, postgres } = findBinaries(account);
  createCluster({ initdb, folder, password, account });
  removeStaleLock(folder);
  const flags = [...FLAGS, ...(durable ? [] : NOT_DURABLE)].flatMap((flag) => ['-c', flag]);
  return startChild({
    command: postgres,
    args: ['-D', folder, '-p', String(port), ...flags],
    cwd: '/',
    account,
    logFile,
    ending: ENDING,
  });
};

/**
 * @param {{ server: import('./process/child.mjs').Running, port: number, password: string,
 *   log: { readonly file: string, readonly from: number } }} options
 */
const untilReady = async ({ server, port, password, log }) => {
  const waiting = new AbortController();
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const ended = server.exited.then(() => {
    throw new Error('it ended at its start');
  });
  try {
    const signal = AbortSignal.any([waiting.signal, limit]);
    await Promise.race([whenItAnswers({ port, password, signal }), ended]);
  } catch (error) {
    await server.stop();
    const reason = codeOf(error) === '28P01' ? WRONG_PASSWORD : lastLines(log.file, log.from);
    throw new Fault(`Postgres cannot be used on port ${port}:\n${reason}`, { cause: error });
  } finally {
    waiting.abort();
  }
};

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
