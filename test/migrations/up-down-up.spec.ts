import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@saathi/testing';
import { migrations } from '../../migrations/index.js';
import { migrate, revertLast } from '../../migrations/migrate.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await TestDatabase.create();
});

afterAll(() => database.drop());

const SHAPE = `
  SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type AS name
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function', proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'type', typname::text FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
  ORDER BY 1, 2`;

describe('the migrations', () => {
  it('go down to nothing and up again to the same', async () => {
    const before = await database.rows(SHAPE);
    for (const _ of migrations) await revertLast(database.url);
    const left = await database.rows(SHAPE);
    expect(left.filter(({ name }) => !/migrations/.test(name))).toEqual([]);
    await migrate(database.url);
    expect(await database.rows(SHAPE)).toEqual(before);
  });

  it('can be run by two starters at once', async () => {
    for (const _ of migrations) await revertLast(database.url);
    const outcomes = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(outcomes.map(({ applied }) => applied.length).sort()).toEqual([0, migrations.length]);
  });
});
