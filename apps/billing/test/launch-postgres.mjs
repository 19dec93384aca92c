import { startPostgres } from '../../../tools/postgres.mjs';

// Starts the Postgres of a test file and leaves it running: `node launch-postgres.mjs <folder> <port> <password>`.
const [dataDir = '', port = '0', password = ''] = process.argv.slice(2);
const { pid, url, port: actual } = await startPostgres({ dataDir, port: Number(port), password });
process.stdout.write(JSON.stringify({ pid, url, port: actual }));
process.exit();
