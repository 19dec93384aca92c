import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../../tools/build.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { database, ourPeople } from '../turn/people.mjs';
import { memory, start } from '../turn/processes.mjs';
import { startOurs } from '../turn/systems.mjs';

/*
 * What readers cost that do not read: many long replies at once, first to people who read them, then to people whose
 * connection takes nothing. See ../README.md.
 */

/** As many as one process makes replies for at once. */
const READERS = 60;
/** Nearly as long as a reply may be, at the pace of a model. */
const LONG = { first_ms: 0, token_ms: 40, words: 140, times: 10 };
const PATIENCE_MS = 60_000;
const KIB = 1024;

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'saathi-readers-'));
const endings = [async () => rmSync(folder, { recursive: true, force: true })];

/** @typedef {Awaited<ReturnType<typeof ourPeople>>[number]} Talker */

/**
 * Sends a message and then reads all of the answer, or none of it.
 * @param {number} port @param {Talker} talker @param {boolean} reads
 */
const send = (port, { path, headers, bodies: [body = ''] }, reads) => {
  const socket = connect(port, '127.0.0.1');
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  socket.on('error', () => undefined);
  if (reads) socket.resume();
  else socket.pause();
  socket.write(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
  return socket;
};

const main = async () => {
  await build({ say });
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, password: 'bench' });
  endings.unshift(() => postgres.stop());
  const model = await freePort();
  const modelProcess = await start(join(import.meta.dirname, '..', 'turn', 'model.mjs'), {
    PORT: String(model),
  });
  endings.unshift(async () => void modelProcess.kill());
  const ours = await startOurs({ database: postgres.url, model: `http://127.0.0.1:${model}/v1` });
  endings.unshift(ours.stop);
  const client = await database(ours.url);
  endings.unshift(() => client.end());
  await fetch(`http://127.0.0.1:${model}/__pace`, { method: 'POST', body: JSON.stringify(LONG) });

  const stored = async () =>
    Number((await client.query("SELECT count(*) FROM messages WHERE role = 'ai'")).rows[0].count);

  /** @param {boolean} reads */
  const measure = async (reads) => {
    const talkers = await ourPeople(client, ours.key, READERS);
    const [before, wanted] = [memory(ours.pids()), (await stored()) + READERS];
    const startedAt = performance.now();
    const sockets = talkers.map((talker) => send(ours.port, talker, reads));
    let highest = before;
    while ((await stored()) < wanted && performance.now() - startedAt < PATIENCE_MS) {
      highest = Math.max(highest, memory(ours.pids()));
      await pause(100);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const missing = wanted - (await stored());
    for (const socket of sockets) socket.destroy();
    say(
      `  ${reads ? 'read' : 'never read'}: ${((highest - before) / READERS / KIB).toFixed(0)} KiB at most for each, ${seconds.toFixed(1)} s until all were stored, ${missing} missing`,
    );
    return { grown: highest - before, seconds };
  };

  say(
    `${READERS} replies at once in ${LONG.words} pieces of ${LONG.times} words, ${LONG.token_ms} ms a piece`,
  );
  // What a process needs once is not counted.
  await measure(true);
  const read = await measure(true);
  const unread = await measure(false);
  say(`\ntime until stored, never read to read: ${(unread.seconds / read.seconds).toFixed(2)}`);
  say(
    `memory, never read less read: ${((unread.grown - read.grown) / READERS / KIB).toFixed(0)} KiB a reader`,
  );
};

try {
  await main();
} finally {
  for (const end of endings) await end();
}
