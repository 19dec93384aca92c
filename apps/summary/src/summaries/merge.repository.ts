import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '@saathi/entities';
import { findingsOf, type SummaryFields } from '../merge/findings.js';
import { foldSummaries, type SummarisedSession } from '../merge/fold-summaries.js';
import { fieldsOfSession } from '../merge/session-fields.js';
import { MemoriesRepository } from '../memories/memories.repository.js';
import { VersionsRepository, type MergeCause } from '../versions/versions.repository.js';
import * as sql from './summaries.sql.js';

/** What a merge after deletions came to. */
export interface MergedAgain {
  /** In which sessions something was deleted. */
  readonly session_ids: readonly string[];
  readonly confidence_score: number | null;
}

/** Why a person's summary is made anew. */
interface Occasion {
  readonly cause: MergeCause;
  readonly session_id: string | null;
  /** The sessions whose own fields have to be written again. */
  readonly changed: readonly string[];
}

/** The merged row of a person, made anew from what their sessions left and from what they said of it. */
@Injectable()
export class MergeRepository {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionsRepository,
    private readonly memories: MemoriesRepository,
  ) {}

  /** Follows deletions. @returns undefined when there are none to follow (any more), or the person is gone */
  async mergeAgain(userId: string): Promise<MergedAgain | undefined> {
    return this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.lockPerson, [userId])) === undefined) return undefined;
      const session_ids = await this.takeDeletions(transaction, userId);
      if (session_ids.length === 0) return undefined;
      const occasion = { cause: 'deletion', session_id: null, changed: session_ids } as const;
      return { session_ids, confidence_score: await this.merge(transaction, userId, occasion) };
    });
  }

  /**
   * Merges one more session, whose evidence was just stored, and follows deletions on the way. The caller
   * holds the lock of the person.
   * @returns the confidence
   */
  async mergeWith(transaction: Runner, userId: string, session_id: string): Promise<number> {
    const changed = [session_id, ...(await this.takeDeletions(transaction, userId))];
    return (await this.merge(transaction, userId, { cause: 'session', session_id, changed })) ?? 0;
  }

  /**
   * Lets something else change of what the summary is made, and merges anew, all at once.
   * @returns undefined when the person is gone
   */
  async mergeAfter(
    userId: string,
    cause: MergeCause,
    change: (transaction: Runner) => Promise<void>,
  ): Promise<{ confidence_score: number | null } | undefined> {
    return this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.lockPerson, [userId])) === undefined) return undefined;
      await change(transaction);
      const changed = await this.takeDeletions(transaction, userId);
      return {
        confidence_score: await this.merge(transaction, userId, { cause, session_id: null, changed }),
      };
    });
  }

  /** Makes everything anew from the rows: what each session shows, the ledger and the merged row. */
  async rebuild(userId: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      if ((await transaction.row(sql.lockPerson, [userId])) === undefined) return;
      await this.takeDeletions(transaction, userId);
      const rows = await transaction.rows(sql.summarisedSessions, [userId]);
      const changed = rows.map(({ session_id }) => session_id);
      await this.merge(transaction, userId, { cause: 'rebuild', session_id: null, changed });
    });
  }

  /** Persons with deletions that nobody has followed for a while. */
  async findMissed(graceSeconds: number): Promise<string[]> {
    return (await this.database.rows(sql.findUnmerged, [graceSeconds])).map(({ user_id }) => user_id);
  }

  /** The sessions in which something was deleted; what was built on them is forgotten. */
  private async takeDeletions(transaction: Runner, userId: string): Promise<string[]> {
    const deletions = await transaction.rows(sql.takeDeletions, [userId]);
    const session_ids = deletions.map(({ session_id }) => session_id);
    if (session_ids.length > 0) {
      await this.versions.dropBuiltOn(transaction, userId, session_ids);
      await this.memories.dropUnsaid(transaction, userId);
    }
    return session_ids;
  }

  /** @returns the confidence; null without a summarised session */
  private async merge(
    transaction: Runner,
    userId: string,
    { changed, cause, session_id }: Occasion,
  ): Promise<number | null> {
    await transaction.rows(sql.forgetUnsaid, [changed]);
    const sessions = await loadSummarised(transaction, userId);
    for (const { session_id: id, findings } of sessions.filter(({ session_id: of }) => changed.includes(of)))
      await transaction.rows(sql.writeSession, [id, ...columnsOf(fieldsOfSession(findings))]);
    const feedback = await transaction.rows(sql.feedback, [userId]);
    const { ledger, fields, confidence_score } = foldSummaries(sessions, feedback);
    await transaction.rows(sql.writeLedger, [userId, JSON.stringify(ledger)]);
    const known = confidence_score !== null || columnsOf(fields).some((value) => value !== null);
    if (known) await transaction.rows(sql.writeLatest, [userId, ...columnsOf(fields), confidence_score]);
    else await transaction.rows(sql.deleteLatest, [userId]);
    await this.versions.append(transaction, userId, { ...fields, confidence_score }, { cause, session_id });
    return confidence_score;
  }
}

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
