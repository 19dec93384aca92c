import { Injectable } from '@nestjs/common';
import { statement, type Runner } from '@saathi/entities';
import { canonicalLabel } from '../merge/canonical-label.js';
import type { Feedback } from '../merge/apply-feedback.js';
import { MergeRepository } from '../summaries/merge.repository.js';

/** What became of saying something. */
export interface Heard {
  readonly confidence_score: number | null;
}

const sql = {
  keep: statement(
    'feedback_keep',
    `INSERT INTO summary_feedback (user_id, field, label, value, verdict) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT summary_feedback_pkey DO UPDATE
       SET value = excluded.value, verdict = excluded.verdict, created_at = excluded.created_at`,
  ),
  release: statement(
    'feedback_release',
    `DELETE FROM summary_feedback WHERE user_id = $1 AND field = $2 AND label = $3`,
  ),
  releasePins: statement(
    'feedback_release_pins',
    `DELETE FROM summary_feedback WHERE user_id = $1 AND verdict = 'pin'`,
  ),
  // Whoever says more than fits lets go of the oldest.
  trim: statement(
    'feedback_trim',
    `DELETE FROM summary_feedback WHERE (user_id, field, label) IN (
       SELECT user_id, field, label FROM summary_feedback WHERE user_id = $1 ORDER BY created_at DESC OFFSET $2)`,
  ),
};

const KEPT_AT_MOST = 200;

/** What people say of their own summary; with each word of it the summary is merged anew. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly merges: MergeRepository) {}

  /** @returns undefined when the person is gone */
  async hear(userId: string, { field, value, verdict }: Feedback): Promise<Heard | undefined> {
    return this.merges.mergeAfter(userId, 'feedback', (transaction) =>
      keep(transaction, userId, { field, value, verdict }),
    );
  }

  /** @returns undefined when the person is gone */
  async release(
    userId: string,
    { field, value }: Pick<Feedback, 'field' | 'value'>,
  ): Promise<Heard | undefined> {
    return this.merges.mergeAfter(userId, 'feedback', async (transaction) => {
      await transaction.rows(sql.release, [userId, field, canonicalLabel(value)]);
    });
  }

  /** Holds on to these values and to no others. @param pins the one to be shown first last */
  async pinAll(userId: string, pins: readonly Omit<Feedback, 'verdict'>[]): Promise<Heard | undefined> {
    return this.merges.mergeAfter(userId, 'feedback', async (transaction) => {
      await transaction.rows(sql.releasePins, [userId]);
      for (const { field, value } of pins) await keep(transaction, userId, { field, value, verdict: 'pin' });
    });
  }
}

const keep = async (
  transaction: Runner,
  userId: string,
  { field, value, verdict }: Feedback,
): Promise<void> => {
  await transaction.rows(sql.keep, [userId, field, canonicalLabel(value), value, verdict]);
  await transaction.rows(sql.trim, [userId, KEPT_AT_MOST]);
};
