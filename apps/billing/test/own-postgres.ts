import { eventually } from '@saathi/testing';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

interface Running {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
}

const run = promisify(execFile);

/** A Postgres of one test file, which may be killed: durable, as in production. */
export class OwnPostgres {
  private constructor(
    private running: Running,
    private readonly dataDir: string,
    private readonly password: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const dataDir = join(String(process.env['SAATHI_TEST_FOLDER']), `postgres-${randomUUID()}`);
    const password = randomUUID();
    const postgres = new OwnPostgres(await launch(dataDir, 0, password), dataDir, password);
    const env = { ...process.env, DATABASE_URL: postgres.url };
    await run(process.execPath, ['dist/migrations/main.js'], { env });
    return postgres;
  }

  get url(): string {
    return this.running.url;
  }

  /** Takes it away as a power cut would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Brings it back on the same port. What it had begun may need a moment to end. */
  async restart(): Promise<void> {
    const { dataDir, password, running } = this;
    this.running = await eventually(() => launch(dataDir, running.port, password), 20_000);
  }

  /** A connection of its own, for what has to be held open. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url });
    // It may be killed while nobody waits for it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async rows<Row extends object = any>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  stop(): Promise<void> {
    return this.end('SIGQUIT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { pid } = this.running;
    process.kill(pid, signal);
    await eventually(() => {
      if (isAlive(pid)) throw new Error('Postgres has not ended yet');
    }, 15_000);
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

// In a process of its own: errors of the system are no errors of the realm that tests run in.
const launch = async (dataDir: string, port: number, password: string): Promise<Running> => {
  const script = join('apps', 'billing', 'test', 'launch-postgres.mjs');
  const { stdout } = await run(process.execPath, [script, dataDir, String(port), password]);
  return JSON.parse(stdout);
};
