import type { Instant } from './fields.js';

/** Some rows of what is stored about a person. */
export class ExportChunk {
  /** The table they are from. */
  table!: string;
  /** Each row as the text of a JSON object, as the database wrote it: numbers keep every digit. */
  rows!: string[];
}

/** Everything stored about a person: beside this member a list of rows for each table, under the table's name. */
export class ExportView {
  exported_at!: Instant;
}
