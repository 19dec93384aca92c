import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `npm run docs:openapi`: writes docs/openapi.json from the code. The gateway serves that file, so that it
 * carries no document generator itself; a test fails while the committed copy is stale.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const TYPES = join(ROOT, 'apps/gateway/src/metadata.ts');
const target = process.argv[2] ?? join(ROOT, 'docs/openapi.json');

const run = (/** @type {string[]} */ ...command) =>
  execFileSync(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });

run('tools/openapi/describe-types.mjs');
try {
  run('node_modules/@nestjs/cli/bin/nest.js', 'build', 'gateway');
} finally {
  rmSync(TYPES);
}
const { makeDocument } = await import('./make-document.mjs');
writeFileSync(target, `${JSON.stringify(await makeDocument(), null, 2)}\n`);
rmSync(join(ROOT, 'dist/apps/gateway/src/metadata.js'));
