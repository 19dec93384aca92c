import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, revertLast } from './migrate.js';

// `node dist/migrations/main.js [revert]`: prints one line of JSON, so that a starter can read it.
// As the applications do, it finds what is not in the environment in the folder SETTINGS_DIR; there
// LOGINS/<app> may hold the password with which an application signs in under its own role.
const folder = process.env['SETTINGS_DIR'] ?? '';

const setting = (name: string): string | undefined => {
  const file = join(folder, name);
  return (
    process.env[name] ?? (folder !== '' && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
  );
};

const passwords = (): ReadonlyMap<string, string> => {
  const logins = join(folder, 'LOGINS');
  if (folder === '' || !existsSync(logins)) return new Map();
  return new Map(readdirSync(logins).map((app) => [app, readFileSync(join(logins, app), 'utf8').trim()]));
};

const url = setting('DATABASE_URL');
if (url === undefined || url === '') {
  process.stderr.write('DATABASE_URL: name the database to migrate, with its owner\n');
  process.exit(1);
}
if (process.argv[2] === 'revert') {
  await revertLast(url);
  process.stdout.write('{"reverted":true}\n');
} else {
  process.stdout.write(`${JSON.stringify(await migrate(url, passwords()))}\n`);
}
