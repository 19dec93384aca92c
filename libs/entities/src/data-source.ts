import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';

/** Where the database is and as whom to work in it. */
export interface DatabaseAddress {
  readonly DATABASE_URL: string;
  readonly DATABASE_ROLE?: string | undefined;
  readonly DATABASE_POOL_SIZE?: number;
}

const STATEMENT_LIMIT_MS = 15_000;
/** For a free connection of the pool as well: a burst of one person may hold all of them for a moment. */
const CONNECTION_LIMIT_MS = 4000;

/** How every process connects: in UTC, with a limit on every wait. */
export const dataSourceOptions = ({
  DATABASE_URL,
  DATABASE_ROLE,
  DATABASE_POOL_SIZE = 10,
}: DatabaseAddress): DataSourceOptions => ({
  type: 'postgres',
  url: DATABASE_URL,
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  extra: {
    max: DATABASE_POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_LIMIT_MS,
    keepAlive: true,
    query_timeout: STATEMENT_LIMIT_MS + 1000,
    options: [
      '-c timezone=UTC',
      `-c statement_timeout=${String(STATEMENT_LIMIT_MS)}`,
      '-c lock_timeout=5000',
      '-c idle_in_transaction_session_timeout=20000',
      ...(DATABASE_ROLE === undefined ? [] : [`-c role=${DATABASE_ROLE}`]),
    ].join(' '),
  },
});

/** A data source with every entity, for commands and tests. */
export const makeDataSource = (address: DatabaseAddress): DataSource =>
  new DataSource({ ...dataSourceOptions(address), entities });
