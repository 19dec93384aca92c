import { Injectable } from '@nestjs/common';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';

/**
 * A statement that is planned once per connection and run by its name: 1.6 to 1.8 times as fast as
 * an unnamed one in the database (docs/decisions/0005).
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** How long it is waited for, where that is longer than for any other. */
  readonly limitMs?: number;
  /** Only for the compiler. */
  readonly row?: Row;
}

/** Declares a statement; `name` must be unique in the process. */
export const statement = <Row>(
  name: string,
  text: string,
  more: { limitMs?: number } = {},
): Statement<Row> => ({ name, text, ...more });

/** Runs statements: on the pool, or on the one connection of a transaction. */
export class Runner {
  constructor(private readonly target: Pool | PoolClient) {}

  /** All rows. */
  async rows<Row>({ name, text, limitMs }: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    const limit = limitMs === undefined ? {} : { query_timeout: limitMs };
    const { rows } = await this.target.query<Row & object>({ name, text, values: [...values], ...limit });
    return rows;
  }

  /** The first row, if there is one. */
  async row<Row>(of: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [first] = await this.rows(of, values);
    return first;
  }
}

/** The application's database, for what repositories say in SQL. It shares TypeORM's pool. */
@Injectable()
export class Database extends Runner {
  private readonly pool: Pool;

  constructor(source: DataSource) {
    const pool = poolOf(source);
    super(pool);
    this.pool = pool;
  }

  /**
   * Reads on one connection from one moment's state of everything, as long as the reader goes on. The
   * statements may be made at run time.
   */
  async *snapshot<T>(
    read: (query: (text: string, values?: readonly unknown[]) => Promise<unknown[]>) => AsyncIterable<T>,
  ): AsyncGenerator<T, void, undefined> {
    const client = await this.borrow();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      yield* read(async (text, values = []) => (await client.query<object>(text, [...values])).rows);
    } finally {
      await client.query('ROLLBACK').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error('rollback failed');
      });
      giveBack(client, broken);
    }
  }

  /** Runs `work` in one transaction; whatever it throws rolls everything back. */
  async transaction<T>(work: (transaction: Runner) => Promise<T>): Promise<T> {
    const client = await this.borrow();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(new Runner(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // A connection that cannot even roll back is not handed to the next one who asks.
      await client.query('ROLLBACK').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error('rollback failed');
      });
      throw error;
    } finally {
      giveBack(client, broken);
    }
  }

  /** A connection of one's own, until it is given back. */
  private async borrow(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('error', hearOfItsEnd);
    return client;
  }
}

/**
 * The server may end a connection between two statements. Whoever has borrowed it is told by their next one; without a
 * listener the whole process would end.
 */
const hearOfItsEnd = (): void => undefined;

const giveBack = (client: PoolClient, broken: Error | undefined): void => {
  client.off('error', hearOfItsEnd);
  client.release(broken);
};

/** Whether an error is the violation of the named constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;

const poolOf = ({ driver }: DataSource): Pool => {
  const pool: unknown = 'master' in driver ? driver.master : undefined;
  if (!(pool instanceof pg.Pool)) throw new Error('The data source is not a PostgreSQL one');
  return pool;
};
