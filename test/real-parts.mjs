import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findNatsServer } from '../tools/nats-server.mjs';
import { startPostgres } from '../tools/postgres.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.saathi', 'test');

/**
 * Before a project's tests: a Postgres of its own, fast because it need not survive a power cut, with one
 * migrated database as the template of all others; and the path of a nats-server. Test files find them
 * through the environment.
 */
export default async function startRealParts() {
  const folder = join(FOLDER, randomUUID());
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    password: randomUUID(),
    durable: false,
  });
  globalThis.endRealParts = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const template = new URL(postgres.url);
  template.pathname = '/saathi_template';
  await query(postgres.url, 'CREATE DATABASE saathi_template');
  await promisify(execFile)(process.execPath, [join(ROOT, 'dist/migrations/main.js')], {
    env: { ...process.env, DATABASE_URL: template.href },
  });
  process.env.SAATHI_TEST_POSTGRES = postgres.url;
  process.env.SAATHI_TEST_FOLDER = folder;
  process.env.SAATHI_TEST_NATS_SERVER = await findNatsServer({
    binDir: join(ROOT, '.saathi', 'bin'),
    say: () => undefined,
  });
}

const query = async (url, text) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
};
