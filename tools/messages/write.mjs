import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeMessages } from './describe.mjs';

/** `npm run docs:messages`: writes docs/messages.md from the built contracts. */
writeFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/messages.md'), await describeMessages());
