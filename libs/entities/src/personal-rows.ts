import type { Database, Statement } from './database.js';

/** One table of an export: `text` selects the person's rows as `row`, a page of them by LIMIT $2 OFFSET $3. */
export interface PersonalTable {
  readonly table: string;
  readonly rows: Statement<{ row: string }>;
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
const PAGE = 500;

/**
 * Declares one table of an export: everything it holds about the person, but for what was only ever
 * meant for machines.
 * @param table also the alias for `where` and `order`
 * @param where the person's rows; $1 is the person's id
 * @param order by which the rows have a fixed order
 * @param without columns that would help whoever steals the file: salts, digests
 * @param bytesAsText columns of bytes that are text to a reader
 */
export const personalTable = (
  table: string,
  { where = 'user_id = $1', order, without = [], bytesAsText = [] }: PersonalTableShape,
): PersonalTable => {
  const dropped = `ARRAY[${without.map((name) => `'${name}'`).join(', ')}]::text[]`;
  const readable = bytesAsText.map((name) => `'${name}', convert_from(${name}, 'UTF8')`).join(', ');
  return {
    table,
    rows: {
      name: `export_${table}`,
      text: `SELECT (to_jsonb(${table}) - ${dropped} || jsonb_build_object(${readable}))::text AS row
             FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT $2 OFFSET $3`,
    },
  };
};

/** Everything that some tables hold about a person, in batches. A table without rows comes as one empty batch. */
export async function* personalRows(
  database: Database,
  tables: readonly PersonalTable[],
  userId: string,
): AsyncGenerator<PersonalRows, void, undefined> {
  for (const { table, rows: statement } of tables) {
    let batch: string[] = [];
    let size = 0;
    for await (const row of paged(database, statement, userId)) {
      if (size > 0 && size + row.length > BATCH_CHARACTERS) {
        yield { table, rows: batch };
        batch = [];
        size = 0;
      }
      batch.push(row);
      size += row.length;
    }
    yield { table, rows: batch };
  }
}

async function* paged(
  database: Database,
  statement: Statement<{ row: string }>,
  userId: string,
): AsyncGenerator<string, void, undefined> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await database.rows(statement, [userId, PAGE, offset]);
    for (const { row } of page) yield row;
    if (page.length < PAGE) return;
  }
}
