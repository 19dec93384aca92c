import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOutage } from '@saathi/platform';
import { TestDatabase } from '@saathi/testing';
import type { DataSource } from 'typeorm';
import { Database, makeDataSource, statement, type Runner } from '../src/index.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  test = await TestDatabase.create();
  source = await makeDataSource({ DATABASE_URL: test.url, DATABASE_POOL_SIZE: 2 }).initialize();
  database = new Database(source);
});

afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const pid = statement<{ pid: number }>('own_pid', 'SELECT pg_backend_pid() AS pid');

/** Ends the connection of a transaction as a server does that is shut down. */
const cutOff = async (runner: Runner): Promise<void> => {
  const own = await runner.row(pid);
  await test.rows('SELECT pg_terminate_backend($1, 5000)', [own?.pid]);
};

describe('a connection that the server ends between two statements', () => {
  it('fails the transaction that has borrowed it, and nothing else', async () => {
    const work = database.transaction(async (transaction) => {
      await cutOff(transaction);
      return transaction.row(pid);
    });
    expect(await work.catch(isOutage)).toBe(true);
    expect(await database.row(pid)).toEqual({ pid: expect.any(Number) });
  });

  it('fails the reader that has borrowed it, and nothing else', async () => {
    const reading = database.snapshot(async function* (query) {
      const [own] = await query('SELECT pg_backend_pid() AS pid');
      await test.rows('SELECT pg_terminate_backend(($1::json ->> $2)::int, 5000)', [
        JSON.stringify(own),
        'pid',
      ]);
      yield await query('SELECT 1');
    });
    expect(await reading.next().catch(isOutage)).toBe(true);
    expect(await database.row(pid)).toEqual({ pid: expect.any(Number) });
  });
});
