import { SummaryFieldsView } from '../conversation/session.dto.js';
import type { Instant } from '../fields.js';
import type { Page } from '../pagination.js';

/** Which of the person's own words a shown value rests on. */
export class EvidenceView {
  field!: string;
  value!: string;
  session_id!: string;
  message_ids!: string[];
}

/** The Summary Tracker: everything learned so far, merged. */
export class SummaryView extends SummaryFieldsView {
  /** When it last changed; null before the first summary. */
  updated_at!: Instant | null;
  evidence!: EvidenceView[];
  /** Sessions that raised the confidence. */
  sessions_counted!: number;
}

/** What one session taught, and by how much it raised the confidence. */
export class SummaryHistoryItemView extends SummaryFieldsView {
  session_id!: string;
  ended_at!: Instant;
  /** 0, or 5.00 to 10.00 until the ceiling of 95 cuts it short. */
  confidence_delta!: number;
}

export class SummaryHistoryPage implements Page<SummaryHistoryItemView> {
  items!: SummaryHistoryItemView[];
  next_cursor!: string | null;
}
