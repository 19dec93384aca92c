import type { TestDatabase } from '@saathi/testing';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/**
 * Every place of the database that holds one of some texts: `table.column: text`. Bytes are searched as
 * well as text, JSON, arrays and ids.
 */
export const findTraces = async (database: TestDatabase, needles: readonly string[]): Promise<string[]> => {
  const columns = await database.rows<Column>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migrations'`,
  );
  const found: string[] = [];
  for (const { table_name, column_name, data_type } of columns) {
    const text =
      data_type === 'bytea' ? `encode("${column_name}", 'escape')` : `to_jsonb("${column_name}")::text`;
    const hits = await database.rows<{ needle: string }>(
      `SELECT DISTINCT needle FROM "${table_name}", unnest($1::text[]) needle
       WHERE strpos(lower(${text}), lower(needle)) > 0`,
      [needles],
    );
    found.push(...hits.map(({ needle }) => `${table_name}.${column_name}: ${needle}`));
  }
  return found;
};
