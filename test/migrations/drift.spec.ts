import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeDataSource } from '@saathi/entities';
import { TestDatabase } from '@saathi/testing';
import type { DataSource } from 'typeorm';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await TestDatabase.create();
  source = makeDataSource({ DATABASE_URL: database.url });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const drift = async (): Promise<string[]> => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

describe('the entities', () => {
  it('describe the migrated schema', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would be found out if they did not', async () => {
    await database.rows('ALTER TABLE users ALTER COLUMN locale DROP DEFAULT');
    expect(await drift()).not.toEqual([]);
  });
});
