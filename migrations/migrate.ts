import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { applyOwnership } from './apply-ownership.js';
import { migrations } from './index.js';

/** Any number that no other program takes: two starts at once must not migrate at the same time. */
const LOCK = 7_224_284;

/**
 * Brings a database to the newest schema and gives each application its rights. Safe to run again,
 * and by two processes at once.
 * @param url of the owner
 * @param passwords by application: its role becomes a login with this password
 * @returns whether the applications can work as their own roles
 */
export const migrate = async (
  url: string,
  passwords: ReadonlyMap<string, string> = new Map(),
): Promise<{ roles: boolean; applied: string[] }> => {
  const source = new DataSource({ type: 'postgres', url, migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const applied = await source.runMigrations();
    return { roles: await applyOwnership(runner, passwords), applied: applied.map(({ name }) => name) };
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await runner.release();
    await source.destroy();
  }
};

/** Takes the newest migration back. */
export const revertLast = async (url: string): Promise<void> => {
  const source = new DataSource({ type: 'postgres', url, migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
};
