import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  type ActorPageRequest,
  type SummaryChangeView,
  type SummaryVersionView,
} from '@saathi/contracts';
import { Database, statement, type Runner } from '@saathi/entities';
import { emptyDocument, summaryDiff, type SummaryDocument } from './summary-diff.js';

/** Why the merged summary was made anew. */
export type MergeCause = SummaryVersionView['cause'];

/** A state of the merged summary as the repository reads it. */
export interface SummaryVersionRow {
  readonly version: number;
  readonly doc: SummaryDocument;
  readonly diff: SummaryChangeView[];
  readonly cause: MergeCause;
  readonly cause_session_id: string | null;
  readonly created_at: Date;
  /** `created_at` in PostgreSQL's own text, for cursors. */
  readonly created_at_text: string;
}

const sql = {
  newest: statement<{ version: number; doc: SummaryDocument }>(
    'versions_newest',
    `SELECT version, doc FROM user_summary_versions WHERE user_id = $1 ORDER BY version DESC LIMIT 1`,
  ),
  add: statement(
    'versions_add',
    `INSERT INTO user_summary_versions (user_id, version, doc, diff, cause, cause_session_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
  ),
  // Whatever came after a session may hold what it said.
  dropBuiltOn: statement(
    'versions_drop_built_on',
    `DELETE FROM user_summary_versions WHERE user_id = $1 AND version >= (
       SELECT min(version) FROM user_summary_versions WHERE user_id = $1 AND cause_session_id = ANY($2))`,
  ),
  find: statement<{ doc: SummaryDocument }>(
    'versions_find',
    `SELECT doc FROM user_summary_versions WHERE user_id = $1 AND version = $2`,
  ),
  list: statement<SummaryVersionRow>(
    'versions_list',
    `SELECT version, doc, diff, cause, cause_session_id, created_at, created_at::text AS created_at_text
     FROM user_summary_versions WHERE user_id = $1 AND ($2::timestamptz IS NULL OR created_at < $2)
     ORDER BY version DESC LIMIT $3`,
  ),
};

/** Every state the merged summary had, but for those that hold what was deleted since. */
@Injectable()
export class VersionsRepository {
  constructor(private readonly database: Database) {}

  /** Adds a state, if anything is different. The caller holds the lock of the person. */
  async append(
    transaction: Runner,
    userId: string,
    doc: SummaryDocument,
    { cause, session_id }: { cause: MergeCause; session_id: string | null },
  ): Promise<void> {
    const newest = await transaction.row(sql.newest, [userId]);
    const diff = summaryDiff(newest?.doc ?? emptyDocument, doc);
    if (diff.length === 0) return;
    const version = (newest?.version ?? 0) + 1;
    await transaction.rows(sql.add, [userId, version, doc, JSON.stringify(diff), cause, session_id]);
  }

  /** Forgets the states that may hold something of these sessions. */
  async dropBuiltOn(transaction: Runner, userId: string, sessionIds: readonly string[]): Promise<void> {
    await transaction.rows(sql.dropBuiltOn, [userId, sessionIds]);
  }

  async find(userId: string, version: number): Promise<SummaryDocument | undefined> {
    return (await this.database.row(sql.find, [userId, version]))?.doc;
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ActorPageRequest): Promise<SummaryVersionRow[]> {
    const before = cursor === undefined ? null : decodeCursor(cursor).at;
    return this.database.rows(sql.list, [user_id, before, limit + 1]);
  }
}
