import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@saathi/testing';
import { readFileSync } from 'node:fs';
import { ownership, roleOf, type DatabaseApp } from '../../migrations/ownership.js';

const APPS: readonly DatabaseApp[] = ['auth', 'conversation', 'summary', 'billing'];
const VERBS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await TestDatabase.create();
});

afterAll(() => database.drop());

interface Column {
  readonly table_name: string;
  readonly column_name: string;
}

const columns = (): Promise<Column[]> =>
  database.rows<Column>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`,
  );

const wanted = (app: DatabaseApp, { table_name, column_name }: Column, verb: string): boolean =>
  (ownership[table_name]?.[app] ?? []).some((right) =>
    typeof right === 'string' ? right === verb : right.verb === verb && right.columns.includes(column_name),
  );

describe('the rights of the applications', () => {
  it('name every table', async () => {
    const tables = new Set((await columns()).map(({ table_name }) => table_name));
    expect(Object.keys(ownership).sort()).toEqual([...tables].sort());
  });

  it.each(APPS)('of %s are, column by column, those of the ownership table', async (app) => {
    const granted = await database.rows(
      `SELECT c.table_name, c.column_name, v.verb,
         CASE v.verb WHEN 'DELETE' THEN has_table_privilege($1, c.table_name, 'DELETE')
           ELSE has_column_privilege($1, c.table_name, c.column_name, v.verb) END AS allowed
       FROM information_schema.columns c CROSS JOIN unnest($2::text[]) v(verb)
       WHERE c.table_schema = 'public' AND c.table_name <> 'migrations'`,
      [roleOf(app), VERBS],
    );
    const wrong = granted.filter((right) => right.allowed !== wanted(app, right, right.verb));
    expect(granted.length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it.each(APPS)('let %s own nothing, create nothing and rise above nothing', async (app) => {
    const role = await database.row(
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, has_schema_privilege($1, 'public', 'CREATE') AS creates,
         (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns
       FROM pg_roles WHERE rolname = $1`,
      [roleOf(app)],
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      creates: false,
      owns: 0,
    });
  });

  it('stand in docs/architecture.md, table by table', () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    expect(Object.keys(ownership).filter((table) => !text.includes(`\`${table}\``))).toEqual([]);
  });
});
