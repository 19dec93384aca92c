import { runDatabaseCommand } from './database-command.mjs';

// `node tools/operator.mjs add <e-mail>|remove <e-mail>|list`
await runDatabaseCommand('dist/apps/auth/src/operators-command.js', process.argv.slice(2));
