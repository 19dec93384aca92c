import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';

/** The checkout's folder. */
export const root = dirname(import.meta.dirname);

/** The one folder that keeps data: ignored by git, emptied by `--reset`. */
export const dataFolder = join(root, '.saathi');

/**
 * Where everything of a start lies. Postgres, NATS, keys and the lock are one for the checkout; logs and
 * process files are a start's own, told apart by the gateway's port.
 * @param {number} port of the gateway
 */
export const placesFor = (port) => ({
  postgres: join(dataFolder, 'postgres'),
  nats: join(dataFolder, 'nats'),
  bin: join(dataFolder, 'bin'),
  secrets: join(dataFolder, 'secrets.json'),
  startLock: join(dataFolder, 'start.lock'),
  serversLock: join(dataFolder, 'servers.lock'),
  run: join(dataFolder, 'run', String(port)),
  logs: join(dataFolder, 'logs', String(port)),
});

/** @typedef {ReturnType<typeof placesFor>} Places */

/**
 * The variables of this process over those of the file `.env`, as Docker Compose reads them.
 * @returns {Readonly<Record<string, string | undefined>>}
 */
export const readEnvironment = () => {
  const file = join(root, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
};
