import type {
  LoveLanguage,
  PersonaSnapshot,
  SessionType,
  SessionView,
  SummaryStatus,
} from '@saathi/contracts';
import { preview } from './preview.js';

/** A session as the repository reads it. */
export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly type: SessionType;
  readonly started_at: Date;
  /** `started_at` in PostgreSQL's own text, for cursors. */
  readonly started_at_text: string;
  readonly ended_at: Date | null;
  readonly summary_status: SummaryStatus;
  readonly off_the_record: boolean;
  /** The beginning of what the person said first, where a list may show it. */
  readonly first_words: string | null;
  readonly partner_type_one_liner: string | null;
  readonly top_3_traits_you_value: string[] | null;
  readonly what_you_might_work_on: string[] | null;
  readonly next_time_focus: string[] | null;
  readonly love_language_guess: LoveLanguage | null;
  readonly communication_fit: string | null;
  readonly confidence_score: string | null;
  readonly persona_snapshot: PersonaSnapshot;
}

/** What a client is shown of a session. */
export const toSessionView = (row: SessionRow): SessionView => ({
  id: row.id,
  type: row.type,
  started_at: row.started_at.toISOString(),
  ended_at: row.ended_at?.toISOString() ?? null,
  summary_status: row.summary_status,
  off_the_record: row.off_the_record,
  preview: preview(row.first_words),
  partner_type_one_liner: row.partner_type_one_liner,
  top_3_traits_you_value: row.top_3_traits_you_value,
  what_you_might_work_on: row.what_you_might_work_on,
  next_time_focus: row.next_time_focus,
  love_language_guess: row.love_language_guess,
  communication_fit: row.communication_fit,
  confidence_score: row.confidence_score === null ? null : Number(row.confidence_score),
  persona_snapshot: row.persona_snapshot,
});
