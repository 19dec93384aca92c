import { Injectable } from '@nestjs/common';
import {
  FINDING_FIELDS,
  pageOf,
  type ActorPageRequest,
  type EvidenceView,
  type SummaryFieldsView,
  type SummaryHistoryPage,
  type SummaryView,
} from '@saathi/contracts';
import { canonicalLabel } from '../merge/canonical-label.js';
import { SummariesRepository } from './summaries.repository.js';
import type { LatestRow } from './summaries.sql.js';

/** The Summary Tracker. */
@Injectable()
export class SummariesService {
  constructor(private readonly summaries: SummariesRepository) {}

  /** Everything learned so far; all null before the first summary. */
  async getSummary(userId: string): Promise<SummaryView> {
    const [latest, evidence, feedback, sessions_counted] = await Promise.all([
      this.summaries.findLatest(userId),
      this.summaries.findEvidence(userId),
      this.summaries.findFeedback(userId),
      this.summaries.countSessions(userId),
    ]);
    if (latest === undefined)
      return { ...nothingYet, updated_at: null, evidence: [], feedback, sessions_counted };
    const fields = toFields(latest);
    return {
      ...fields,
      updated_at: latest.updated_at.toISOString(),
      evidence: evidence.filter((item) => isShown(item, fields)),
      feedback,
      sessions_counted,
    };
  }

  /** What each session taught, newest first. */
  async listHistory(request: ActorPageRequest): Promise<SummaryHistoryPage> {
    return pageOf(
      await this.summaries.findHistory(request),
      request.limit,
      (row) => ({
        ...toFields(row),
        session_id: row.session_id,
        ended_at: row.ended_at.toISOString(),
        confidence_delta: Number(row.delta),
      }),
      (row) => ({ at: row.ended_at_text, id: row.session_id }),
    );
  }
}

const nothingYet: SummaryFieldsView = {
  partner_type_one_liner: null,
  top_3_traits_you_value: null,
  what_you_might_work_on: null,
  next_time_focus: null,
  love_language_guess: null,
  communication_fit: null,
  confidence_score: null,
};

const toFields = (row: LatestRow): SummaryFieldsView => ({
  partner_type_one_liner: row.partner_type_one_liner,
  top_3_traits_you_value: row.top_3_traits_you_value,
  what_you_might_work_on: row.what_you_might_work_on,
  next_time_focus: row.next_time_focus,
  love_language_guess: row.love_language_guess,
  communication_fit: row.communication_fit,
  confidence_score: row.confidence_score === null ? null : Number(row.confidence_score),
});

const isShown = ({ field, value }: EvidenceView, fields: SummaryFieldsView): boolean => {
  const known = FINDING_FIELDS.find((name) => name === field);
  if (known === undefined) return false;
  return [fields[known] ?? []].flat().some((shown) => canonicalLabel(shown) === canonicalLabel(value));
};
