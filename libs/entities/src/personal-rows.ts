import type { Database } from './database.js';

/** One table of an export, with the statement that selects the person's rows, each as text in `row`. */
export interface PersonalTable {
  readonly table: string;
  readonly select: string;
}

/** Rows of one table that travel together. */
export interface PersonalRows {
  readonly table: string;
  readonly rows: string[];
}

interface PersonalTableShape {
  readonly where?: string;
  readonly order: string;
  readonly without?: readonly string[];
  readonly bytesAsText?: readonly string[];
}

/** What one message may carry, well below what the broker takes; a larger row travels alone. */
const BATCH_CHARACTERS = 32_000;
const FETCHED_AT_ONCE = 500;

/** The person an export is about, in its statements: a cursor takes no parameters. */
export const PERSON = `current_setting('saathi.person')::uuid`;

/**
 * Declares one table of an export: everything it holds about the person, but for what was only ever
 * meant for machines.
 * @param table also the alias for `where` and `order`
 * @param where the person's rows; PERSON stands for the person's id
 * @param order by which the rows have a fixed order
 * @param without columns that would help whoever steals the file: salts, digests
 * @param bytesAsText columns of bytes that are text to a reader
 */
export const personalTable = (
  table: string,
  { where = `user_id = ${PERSON}`, order, without = [], bytesAsText = [] }: PersonalTableShape,
): PersonalTable => {
  const dropped = `ARRAY[${without.map((name) => `'${name}'`).join(', ')}]::text[]`;
  const readable = bytesAsText.map((name) => `'${name}', convert_from(${name}, 'UTF8')`).join(', ');
  return {
    table,
    select: `SELECT (to_jsonb(${table}) - ${dropped} || jsonb_build_object(${readable}))::text AS row
             FROM ${table} WHERE ${where} ORDER BY ${order}`,
  };
};

/**
 * Everything that some tables hold about a person at one moment, in batches. A table without rows comes as
 * one empty batch. Ends early when `signal` is aborted.
 */
export const personalRows = (
  database: Database,
  tables: readonly PersonalTable[],
  userId: string,
  signal: AbortSignal,
): AsyncIterable<PersonalRows> =>
  database.snapshot(async function* (query) {
    await query(`SELECT set_config('saathi.person', $1, true)`, [userId]);
    for (const { table, select } of tables) {
      await query(`DECLARE personal_rows NO SCROLL CURSOR FOR ${select}`);
      yield* batched(table, () => query(`FETCH ${String(FETCHED_AT_ONCE)} FROM personal_rows`), signal);
      await query('CLOSE personal_rows');
      if (signal.aborted) return;
    }
  });

async function* batched(
  table: string,
  fetchSome: () => Promise<unknown[]>,
  signal: AbortSignal,
): AsyncGenerator<PersonalRows, void, undefined> {
  let batch: string[] = [];
  let size = 0;
  let fetched: unknown[];
  do {
    fetched = await fetchSome();
    for (const row of fetched.map(textOf)) {
      if (size > 0 && size + row.length > BATCH_CHARACTERS) {
        yield { table, rows: batch };
        batch = [];
        size = 0;
      }
      batch.push(row);
      size += row.length;
    }
  } while (fetched.length === FETCHED_AT_ONCE && !signal.aborted);
  yield { table, rows: batch };
}

const textOf = (selected: unknown): string =>
  typeof selected === 'object' && selected !== null && 'row' in selected && typeof selected.row === 'string'
    ? selected.row
    : 'null';
