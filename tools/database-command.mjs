import { build } from './build.mjs';
import { Fault } from './fault.mjs';
import { placesFor, readEnvironment, root } from './places.mjs';
import { portsFor } from './ports.mjs';
import { urlOf } from './postgres/connection.mjs';
import { postgresServerOf } from './postgres.mjs';
import { runCommand } from './process/run-command.mjs';
import { complain, say } from './say.mjs';
import { keepSecrets } from './secrets.mjs';
import { systemVariables } from './settings.mjs';

/**
 * The database that the environment names, or the embedded one while `npm start` runs it.
 * @param {import('./settings.mjs').Environment} environment
 */
const databaseUrl = async (environment) => {
  if (environment['DATABASE_URL']) return environment['DATABASE_URL'];
  const places = placesFor(portsFor(environment).gateway);
  const server = postgresServerOf(places.postgres);
  if (server === undefined) throw new Fault('Start Saathi first (npm start), or set DATABASE_URL');
  const { postgres_password: password } = await keepSecrets(places.secrets);
  return urlOf({ port: server.port, password });
};

/**
 * Runs a command of an application on the database, and says what came of it.
 * @param {string} main a file of the build
 * @param {readonly string[]} words what the command is told
 */
export const runDatabaseCommand = async (main, words) => {
  try {
    process.chdir(root);
    const environment = readEnvironment();
    const DATABASE_URL = await databaseUrl(environment);
    await build({ say });
    const env = { ...systemVariables(environment), DATABASE_URL };
    const args = ['--enable-source-maps', main, ...words];
    const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root, env });
    if (code !== 0) throw new Fault(stderr.trim());
    say(stdout.trim());
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
};
