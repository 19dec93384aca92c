import { readFileSync } from 'node:fs';
import { migrate, revertLast } from './migrate.js';

// `node dist/migrations/main.js [revert]`: prints one line of JSON, so that a starter can read it.
const url =
  process.env['DATABASE_URL_FILE'] === undefined
    ? process.env['DATABASE_URL']
    : readFileSync(process.env['DATABASE_URL_FILE'], 'utf8').trim();
if (url === undefined || url === '') {
  process.stderr.write('DATABASE_URL: names the database to migrate, with its owner\n');
  process.exit(1);
}
if (process.argv[2] === 'revert') {
  await revertLast(url);
  process.stdout.write('{"reverted":true}\n');
} else {
  process.stdout.write(`${JSON.stringify(await migrate(url))}\n`);
}
