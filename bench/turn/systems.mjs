import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../tools/free-port.mjs';
import { root } from '../../tools/places.mjs';
import { makeSecrets } from '../../tools/secrets.mjs';
import { database } from './people.mjs';
import { family, spawn, start } from './processes.mjs';

/**
 * Where a system finds what it needs.
 * @typedef {{ readonly database: string, readonly model: string }} Places
 *
 * A system that runs: where it listens, its own database, its processes.
 * @typedef {{ readonly port: number, readonly url: string, readonly pids: () => number[], readonly stop: () => Promise<void> }} System
 */

/** The least that a turn could cost. @param {Places} places @returns {Promise<System>} */
export const startLimit = async ({ database: url, model }) => {
  const admin = await database(url);
  await admin.query('CREATE DATABASE bench_limit');
  await admin.end();
  const own = Object.assign(new URL(url), { pathname: '/bench_limit' }).href;
  const client = await database(own);
  await client.query(`
    CREATE TYPE message_role_enum AS ENUM ('user', 'ai');
    CREATE TABLE usage (user_id uuid PRIMARY KEY, total int NOT NULL DEFAULT 0);
    CREATE TABLE messages (id uuid PRIMARY KEY, session_id uuid NOT NULL, user_id uuid NOT NULL, role message_role_enum NOT NULL,
      text text NOT NULL, created_at timestamptz NOT NULL DEFAULT clock_timestamp());
    CREATE INDEX ON messages (session_id, created_at DESC);`);
  await client.end();
  const port = await freePort();
  const child = await start(join(import.meta.dirname, 'limit.mjs'), {
    PORT: String(port),
    DATABASE_URL: own,
    OPENAI_BASE_URL: model,
  });
  return { port, url: own, pids: () => [child.pid], stop: async () => void child.kill() };
};

/**
 * Everything of ours, by the command that a person uses.
 * @param {Places & { profile?: string | undefined }} places `profile`: a folder for processor profiles
 * @returns {Promise<System & { key: import('../../tools/secrets.mjs').JwtKey }>}
 */
export const startOurs = async ({ database: url, model, profile }) => {
  const admin = await database(url);
  await admin.query('CREATE DATABASE bench_ours');
  await admin.end();
  const own = Object.assign(new URL(url), { pathname: '/bench_ours' }).href;
  const secrets = makeSecrets(new Date());
  const port = 21_000 + Math.floor(Math.random() * 9000);
  const starter = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: own,
      OPENAI_BASE_URL: model,
      OPENAI_API_KEY: 'bench',
      JWT_KEYS: JSON.stringify(secrets.jwt_keys),
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...(profile === undefined
        ? {}
        : { NODE_OPTIONS: `--import=${import.meta.resolve('./profile.mjs')}?to=${profile}` }),
    },
  });
  // Whoever ends the benchmark early leaves nothing running.
  process.once('exit', () => starter.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  /** @returns {Promise<void>} */
  const stop = () =>
    new Promise((resolve) => {
      starter.once('exit', () => resolve());
      starter.kill('SIGTERM');
    });
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) break;
    await pause(500);
  }
  const pids = () => family(starter.pid ?? 0).filter((pid) => pid !== starter.pid);
  const key = secrets.jwt_keys[0];
  if (key === undefined) throw new Error('no key was made');
  return { port, url: own, pids, key, stop };
};
