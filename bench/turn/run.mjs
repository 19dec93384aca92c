import { Agent } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../../tools/build.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { load, percentile, turn } from './load.mjs';
import { database, limitPeople, ourPeople } from './people.mjs';
import { cpuMs, familyCpuMs, memory, nameOf, pin, start } from './processes.mjs';
import { startLimit, startOurs } from './systems.mjs';

/*
 * `npm run bench`: what one turn costs, as ratios to the limit server in the same run. See README.md.
 */

const [SYSTEM_CORE, OTHER_CORE] = [0, 1];
const PACED = { first_ms: 0, token_ms: 20 };
const INSTANT = { first_ms: 0, token_ms: 0 };
const ROUNDS = 2;
/** Until what runs often is compiled. */
const WARM_UP_SECONDS = 5;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
/** A folder for processor profiles of our processes; then nothing is measured but the heaviest load. */
const PROFILE = process.env.BENCH_PROFILE;

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'saathi-bench-'));
const endings = [() => rmSync(folder, { recursive: true, force: true })];

const main = async () => {
  await build({ say });
  pin(process.pid, OTHER_CORE);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, password: 'bench' });
  endings.unshift(() => postgres.stop());
  const model = await freePort();
  const modelProcess = await start(join(import.meta.dirname, 'model.mjs'), { PORT: String(model) });
  endings.unshift(() => modelProcess.kill());
  pin(modelProcess.pid, OTHER_CORE);
  const setPace = (/** @type {object} */ pace) => post(model, '/__pace', pace);
  const limit = await startLimit({ database: postgres.url, model: `http://127.0.0.1:${model}/v1` });
  endings.unshift(limit.stop);
  const ours = await startOurs({
    database: postgres.url,
    model: `http://127.0.0.1:${model}/v1`,
    profile: PROFILE,
  });
  endings.unshift(ours.stop);
  for (const { pids } of [limit, ours]) for (const pid of pids()) pin(pid, SYSTEM_CORE);
  pin(postgres.pid, OTHER_CORE);
  const clients = { limit: await database(limit.url), ours: await database(ours.url) };
  endings.unshift(async () => Promise.all([clients.limit.end(), clients.ours.end()]).then(() => undefined));

  /** @param {number} count @param {{ history?: number }} [options] */
  const people = async (count, options) => ({
    limit: await limitPeople(clients.limit, count, options),
    ours: await ourPeople(clients.ours, ours.key, count, options),
  });

  /**
   * @param {'limit' | 'ours'} name
   * @param {readonly import('./load.mjs').Talker[]} talkers
   * @param {{ everyMs?: number, seconds?: number }} options
   */
  const measure = async (name, talkers, { everyMs = 0, seconds = SECONDS }) => {
    const system = name === 'limit' ? limit : ours;
    const pids = system.pids();
    const each = pids.map((pid) => ({ pid, before: cpuMs([pid]) }));
    const before = {
      cpu: cpuMs(pids),
      postgres: familyCpuMs(postgres.pid),
      commits: await commits(clients[name]),
    };
    const outcome = await load(system.port, talkers, { seconds, everyMs });
    await pause(600);
    const turns = Math.max(1, outcome.turns);
    if (process.env.BENCH_PROCESSES !== undefined)
      for (const { pid, before: from } of each)
        say(`    ${nameOf(pid).padEnd(44)} ${((cpuMs([pid]) - from) / turns).toFixed(2)} ms/turn`);
    return {
      failed: outcome.failed,
      turns: outcome.turns,
      rate: outcome.turns / outcome.seconds,
      p50: percentile(outcome.ttft, 0.5),
      p95: percentile(outcome.ttft, 0.95),
      cpu: (cpuMs(pids) - before.cpu) / turns,
      postgres: (familyCpuMs(postgres.pid) - before.postgres) / turns,
      commits: ((await commits(clients[name])) - before.commits) / turns,
    };
  };

  /** @param {string} title @param {number} count @param {object} pace @param {{ everyMs?: number, history?: number }} options */
  const compare = async (title, count, pace, { everyMs, history } = {}) => {
    await setPace(pace);
    const talkers = await people(count, history === undefined ? {} : { history });
    /** @type {Record<'limit' | 'ours', Awaited<ReturnType<typeof measure>>[]>} */
    const results = { limit: [], ours: [] };
    const options = everyMs === undefined ? {} : { everyMs };
    for (const name of /** @type {const} */ (['limit', 'ours']))
      await measure(name, talkers[name], { ...options, seconds: WARM_UP_SECONDS });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of /** @type {const} */ (['limit', 'ours']))
        results[name].push(await measure(name, talkers[name], options));
    }
    const [a, b] = [median(results.limit), median(results.ours)];
    say(`\n${title}`);
    for (const [name, one] of /** @type {const} */ ([
      ['limit', a],
      ['ours', b],
    ])) {
      say(
        `  ${name.padEnd(6)} ${one.rate.toFixed(1).padStart(6)} turns/s  ttft p50 ${one.p50.toFixed(1)} p95 ${one.p95.toFixed(1)} ms  cpu ${one.cpu.toFixed(2)} ms/turn  postgres ${one.postgres.toFixed(2)} ms/turn  commits ${one.commits.toFixed(2)}/turn  failed ${one.failed}`,
      );
    }
    return { limit: a, ours: b };
  };

  say(
    `node ${process.version}, system on core ${SYSTEM_CORE}, everything else on core ${OTHER_CORE}, ${SECONDS} s a measurement`,
  );
  const sat = await compare('16 people as fast as they can, model at once', 16, INSTANT);
  if (PROFILE !== undefined || process.env.BENCH_PROCESSES !== undefined) return;
  const few = await compare('16 people, a message a second, 20 ms a word', 16, PACED, { everyMs: 1000 });
  const many = await compare('128 people, a message each 1.2 s, 20 ms a word', 128, PACED, { everyMs: 1200 });
  const short = await compare('4 people, model at once, 100 messages before', 4, INSTANT, { history: 100 });
  const long = await compare('4 people, model at once, 10,000 messages before', 4, INSTANT, {
    history: 10_000,
  });
  const over = await measure('ours', (await people(64)).ours, {});
  const after = await measure('ours', (await people(16)).ours, { seconds: 5 });
  const streams = {
    limit: await perStream(limit, (await people(1500)).limit),
    ours: await perStream(ours, (await people(1500)).ours),
  };

  /** @param {string} id @param {string} what @param {number} value @param {(value: number) => boolean} isMet @param {string} bar */
  const bar = (id, what, value, isMet, bar) =>
    say(
      `${id.padEnd(4)} ${what.padEnd(58)} ${value.toFixed(2).padStart(7)}   ${bar.padEnd(8)} ${isMet(value) ? 'met' : 'MISSED'}`,
    );
  const atMost = (/** @type {number} */ most) =>
    /** @type {const} */ ([(/** @type {number} */ value) => value <= most, `≤ ${most}`]);
  const atLeast = (/** @type {number} */ least) =>
    /** @type {const} */ ([(/** @type {number} */ value) => value >= least, `≥ ${least}`]);
  say('\nratios to the limit                                                   measured   bar');
  bar('G1', 'time to first word, p50, 16 paced people', few.ours.p50 / few.limit.p50, ...atMost(1.5));
  bar('G2', 'time to first word, p50, 128 paced people', many.ours.p50 / many.limit.p50, ...atMost(4));
  bar('', 'of the offered turns done', many.ours.rate / many.limit.rate, ...atLeast(0.97));
  bar('G3', 'time to first word, p95, 128 paced people', many.ours.p95 / many.limit.p95, ...atMost(3));
  bar('G4', 'turns a second, 16 people, model at once', sat.ours.rate / sat.limit.rate, ...atLeast(0.45));
  bar('G5', 'processor time a turn at the pace of a model', few.ours.cpu / few.limit.cpu, ...atMost(1.9));
  bar('G6', "Postgres' processor time a turn", sat.ours.postgres / sat.limit.postgres, ...atMost(1.4));
  bar('', 'commits a turn', sat.ours.commits, ...atMost(3));
  bar('G7', 'memory of an open stream, of 1,000 beside 500', streams.ours / streams.limit, ...atMost(1.6));
  bar(
    'G8',
    'time to first word at 10,000 messages to that at 100',
    long.ours.p50 / short.ours.p50,
    ...atMost(1.2),
  );
  bar('', 'processor time at 10,000 messages to that at 100', long.ours.cpu / short.ours.cpu, ...atMost(1.2));
  bar('G10', 'turns a second at four times the load to the peak', over.rate / sat.ours.rate, ...atLeast(0.8));
  bar('', 'five seconds later', after.rate / sat.ours.rate, ...atLeast(0.8));

  /**
   * Opens many streams at once: a third of them, so that a process has what it needs for many, and then the others, which
   * are measured.
   * @param {{ port: number, pids: () => number[] }} system @param {readonly import('./load.mjs').Talker[]} talkers
   */
  async function perStream({ port, pids }, talkers) {
    await setPace({ first_ms: 0, token_ms: 700 });
    const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
    const first = talkers.slice(0, talkers.length / 3).map((talker) => turn(port, agent, talker));
    await pause(8000);
    const before = memory(pids());
    const others = talkers.slice(first.length).map((talker) => turn(port, agent, talker));
    await pause(14_000);
    const each = (memory(pids()) - before) / others.length / 1024;
    const whole = (await Promise.all([...first, ...others])).filter((words) => words !== undefined).length;
    agent.destroy();
    say(
      `\n${others.length} open streams beside ${first.length}: ${each.toFixed(1)} KiB each, ${whole} whole`,
    );
    return each;
  }
};

/** @param {import('pg').Client} client */
const commits = async (client) => {
  await client.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await client.query(
    'SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0].count;
};

/** @template {Record<string, number>} T @param {readonly T[]} results @returns {T} */
const median = (results) =>
  /** @type {T} */ (
    Object.fromEntries(
      Object.keys(results[0] ?? {}).map((name) => [
        name,
        results.reduce((sum, one) => sum + (one[name] ?? 0), 0) / results.length,
      ]),
    )
  );

/** @param {number} port @param {string} path @param {object} body */
const post = async (port, path, body) => {
  await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) });
};

try {
  await main();
} finally {
  for (const end of endings) await end();
}
