import { setTimeout as sleep } from 'node:timers/promises';
import { OWNER } from './cluster.mjs';

const POLL_MS = 50;
/** Refused, starting up: worth asking again. */
const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', '57P03'];

/**
 * @param {{ port: number, password: string, database?: string }} options
 * @returns {string}
 */
export const urlOf = ({ port, password, database = OWNER }) =>
  `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/**
 * Runs one statement over a connection of its own.
 * @param {string} url
 * @param {string} text
 * @returns {Promise<readonly Record<string, unknown>[]>}
 */
export const query = async (url, text, limitMs = 5000) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limitMs });
  // A connection that breaks while nobody waits for it must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * Waits until a server answers, and makes our database in it when it is missing.
 * @param {{ port: number, password: string, signal: AbortSignal }} options
 */
export const whenItAnswers = async ({ port, password, signal }) => {
  const url = urlOf({ port, password, database: 'postgres' });
  for (;;) {
    try {
      const rows = await query(url, `SELECT FROM pg_database WHERE datname = '${OWNER}'`);
      if (rows.length === 0) await query(url, `CREATE DATABASE ${OWNER}`);
      return;
    } catch (error) {
      if (!NOT_YET.includes(codeOf(error))) throw error;
      await sleep(POLL_MS, undefined, { signal });
    }
  }
};

/**
 * The code of a connection's or a server's error; empty when it has none.
 * @param {unknown} error
 */
export const codeOf = (error) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
