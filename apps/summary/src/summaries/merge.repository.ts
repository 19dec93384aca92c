import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '@saathi/entities';
import { findingsOf, type SummaryFields } from '../merge/findings.js';
import { foldSummaries, type SummarisedSession } from '../merge/fold-summaries.js';
import { fieldsOfSession } from '../merge/session-fields.js';
import * as sql from './summaries.sql.js';

/** What a merge after deletions came to. */
export interface MergedAgain {
  /** In which sessions something was deleted. */
  readonly session_ids: readonly string[];
  readonly confidence_score: number | null;
}

/** The merged row of a person, made anew from what their sessions left. */
@Injectable()
export class MergeRepository {
  constructor(private readonly database: Database) {}

  /** Follows deletions. @returns undefined when there are none to follow (any more), or the person is gone */
  async mergeAgain(userId: string): Promise<MergedAgain | undefined> {
    return this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.lockPerson, [userId])) === undefined) return undefined;
      const session_ids = await takeDeletions(transaction, userId);
      if (session_ids.length === 0) return undefined;
      return { session_ids, confidence_score: await merge(transaction, userId, session_ids) };
    });
  }

  /**
   * Merges one more session, whose evidence was just stored, and follows deletions on the way. The caller
   * holds the lock of the person.
   * @returns the confidence
   */
  async mergeWith(transaction: Runner, userId: string, sessionId: string): Promise<number> {
    const changed = [sessionId, ...(await takeDeletions(transaction, userId))];
    return (await merge(transaction, userId, changed)) ?? 0;
  }

  /** Persons with deletions that nobody has followed for a while. */
  async findMissed(graceSeconds: number): Promise<string[]> {
    return (await this.database.rows(sql.findUnmerged, [graceSeconds])).map(({ user_id }) => user_id);
  }
}

const takeDeletions = async (transaction: Runner, userId: string): Promise<string[]> =>
  (await transaction.rows(sql.takeDeletions, [userId])).map(({ session_id }) => session_id);

const merge = async (
  transaction: Runner,
  userId: string,
  changed: readonly string[],
): Promise<number | null> => {
  await transaction.rows(sql.forgetUnsaid, [changed]);
  const sessions = await loadSummarised(transaction, userId);
  for (const { session_id, findings } of sessions.filter(({ session_id: id }) => changed.includes(id)))
    await transaction.rows(sql.writeSession, [session_id, ...columnsOf(fieldsOfSession(findings))]);
  const { ledger, fields, confidence_score } = foldSummaries(sessions);
  await transaction.rows(sql.writeLedger, [userId, JSON.stringify(ledger)]);
  if (confidence_score === null) await transaction.rows(sql.deleteLatest, [userId]);
  else await transaction.rows(sql.writeLatest, [userId, ...columnsOf(fields), confidence_score]);
  return confidence_score;
};

const loadSummarised = async (transaction: Runner, userId: string): Promise<SummarisedSession[]> => {
  const rows = await transaction.rows(sql.summarisedSessions, [userId]);
  return rows.map(({ session_id, user_turns, evidence }) => ({
    session_id,
    user_turns,
    findings: findingsOf((field) => evidence.filter((item) => item.field === field)),
  }));
};

const columnsOf = (fields: SummaryFields): unknown[] => [
  fields.partner_type_one_liner,
  fields.top_3_traits_you_value,
  fields.what_you_might_work_on,
  fields.next_time_focus,
  fields.love_language_guess,
  fields.communication_fit,
];
