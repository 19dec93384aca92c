import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@saathi/testing';
import { readFileSync } from 'node:fs';

/** The schema document of the product, which the nine tables follow to the letter. */
const document = readFileSync('docs/seed-schema.txt', 'utf8');
const statements = document.match(/CREATE (TYPE|TABLE)[^;]+;/g) ?? [];
const tables = statements.flatMap((text) => /CREATE TABLE (\w+)/.exec(text)?.[1] ?? []);

const COLUMNS = `
  SELECT table_name, column_name, ordinal_position, data_type, udt_name, is_nullable, numeric_precision, numeric_scale,
    replace(column_default, 'seed.', '') AS column_default
  FROM information_schema.columns WHERE table_schema = $1 AND table_name = ANY($2)
  ORDER BY table_name, ordinal_position`;

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS table_name, contype, replace(pg_get_constraintdef(oid), 'seed.', '') AS definition
  FROM pg_constraint WHERE connamespace = $1::regnamespace AND contype <> 'n' ORDER BY 1, 2, 3`;

const ENUMS = `
  SELECT t.typname AS name, array_agg(e.enumlabel ORDER BY e.enumsortorder)::text[] AS values
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = $1::regnamespace
  GROUP BY t.typname ORDER BY t.typname`;

let database: TestDatabase;

beforeAll(async () => {
  database = await TestDatabase.create();
  await database.rows('CREATE SCHEMA seed');
  await database.rows(`SET search_path = seed; ${statements.join('\n')} SET search_path = public`);
});

afterAll(() => database.drop());

const both = async (query: string, ...more: unknown[]): Promise<[migrated: unknown[], wanted: unknown[]]> => [
  await database.rows(query, ['public', ...more]),
  await database.rows(query, ['seed', ...more]),
];

describe('the migrated schema', () => {
  it('is compared with nine tables and seven enums', () => {
    expect(tables).toHaveLength(9);
    expect(statements).toHaveLength(16);
  });

  it('has the columns of the schema document: order, types, nullability and defaults', async () => {
    const [migrated, wanted] = await both(COLUMNS, tables);
    expect(wanted.length).toBeGreaterThan(70);
    expect(migrated).toEqual(wanted);
  });

  it('has its enums, value for value', async () => {
    const [migrated, wanted] = await both(ENUMS);
    expect(wanted).toHaveLength(7);
    expect(migrated).toEqual(wanted);
  });

  it('has its keys, unique columns and foreign keys, and no other', async () => {
    const [migrated, wanted] = await both(CONSTRAINTS);
    const named = (rows: unknown[]) =>
      rows
        .map((row) => row as { table_name: string; contype: string; definition: string })
        .map((row) => ({ ...row, table_name: row.table_name.replace('seed.', '') }))
        .filter(({ table_name }) => tables.includes(table_name));
    expect(named(wanted)).toHaveLength(9 + 2 + 10);
    expect(named(migrated)).toEqual(named(wanted));
  });
});

describe('deleting a row', () => {
  it('finds what refers to it by an index on all rows, whichever table that is in', async () => {
    const unaided = await database.rows(
      `SELECT c.conrelid::regclass::text AS table_name, a.attname AS column_name
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL AND i.indkey[0] = c.conkey[1]
       )`,
    );
    expect(unaided).toEqual([]);
  });
});
