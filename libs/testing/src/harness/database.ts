import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of one test file, with the newest schema and no rows. */
export class TestDatabase {
  private constructor(
    /** With the owner's rights. */
    readonly url: string,
    private readonly name: string,
    private readonly pool: pg.Pool,
  ) {}

  static async create(): Promise<TestDatabase> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await onServer(`CREATE DATABASE ${name} TEMPLATE saathi_template`);
    const url = new URL(serverUrl());
    url.pathname = `/${name}`;
    return new TestDatabase(
      url.href,
      name,
      new pg.Pool({ connectionString: url.href, max: 4, options: '-c timezone=UTC' }),
    );
  }

  /** What an application's environment says of this database. */
  environmentOf(app: 'auth' | 'conversation' | 'summary' | 'billing'): Record<string, string> {
    return { DATABASE_URL: this.url, DATABASE_ROLE: `saathi_${app}`, DATABASE_POOL_SIZE: '8' };
  }
  async rows<Row extends object = any>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }
  async row<Row extends object = any>(text: string, values: unknown[] = []): Promise<Row> {
    const [row] = await this.rows<Row>(text, values);
    if (row === undefined) throw new Error(`no row: ${text}`);
    return row;
  }

  /** Takes every row away. */
  async clear(): Promise<void> {
    const tables = await this.rows<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await this.rows(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  }

  async drop(): Promise<void> {
    // A connection that is being closed may still hear that its database goes.
    this.pool.on('error', () => undefined);
    await this.pool.end();
    await onServer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

const serverUrl = (): string => {
  const url = process.env['SAATHI_TEST_POSTGRES'];
  if (url === undefined) throw new Error('Run through jest.config.js: its global setup starts Postgres');
  return url;
};

const onServer = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};
