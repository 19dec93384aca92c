import { Fault } from '../fault.mjs';
import { root } from '../places.mjs';
import { runCommand } from '../process/run-command.mjs';
import { hostOf } from './given-servers.mjs';

const MAIN = 'dist/migrations/main.js';

/**
 * Brings the database to the newest schema.
 * @param {{ databaseUrl: string, system: import('../settings.mjs').Variables, signal: AbortSignal }} options
 * @returns {Promise<{ readonly roles: boolean, readonly applied: readonly string[] }>}
 *   `roles`: whether each service can work as a database role of its own
 * @throws {Fault} when it fails
 */
export const migrate = async ({ databaseUrl, system, signal }) => {
  const env = { ...system, DATABASE_URL: databaseUrl };
  const { code, stdout, stderr } = await runCommand(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: root,
    env,
    signal,
  });
  if (code !== 0) {
    throw new Fault(`The database at ${hostOf(databaseUrl)} could not be migrated:\n${stderr.trim()}`);
  }
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};
