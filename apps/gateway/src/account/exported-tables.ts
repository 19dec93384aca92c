/** Rows by the table they are from, each row as the text of a JSON object. */
export type ExportedTables = ReadonlyMap<string, readonly string[]>;

/** An export as one JSON document: a list of rows for each table. */
export const exportDocument = (tables: ExportedTables, exportedAt: Date): string => {
  const members = [...tables].map(([table, rows]) => `${JSON.stringify(table)}:[${rows.join(',')}]`);
  return `{${[`"exported_at":"${exportedAt.toISOString()}"`, ...members].join(',\n')}}\n`;
};
