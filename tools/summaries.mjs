import { runDatabaseCommand } from './database-command.mjs';

// `node tools/summaries.mjs list|replay|rebuild`
await runDatabaseCommand('dist/apps/summary/src/summaries-command.js', process.argv.slice(2));
