import { SummaryFieldsView } from '../conversation/session.dto.js';
import type { Instant } from '../fields.js';
import type { Page } from '../pagination.js';
import type { SummaryFeedbackView } from './feedback.dto.js';
import type { FindingField } from './finding-fields.js';

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
  /** What the person holds on to, and what is not them; the newest first. */
  feedback!: SummaryFeedbackView[];
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

/** The values of a summary field, one that is a single text as a list of one; empty for none. */
export class SummaryChangeView {
  field!: FindingField | 'confidence_score';
  before!: string[];
  after!: string[];
}

/** The merged summary as it was after one change. */
export class SummaryVersionView extends SummaryFieldsView {
  version!: number;
  cause!: 'session' | 'deletion' | 'feedback' | 'rebuild';
  /** The session that brought it; null for any other cause. */
  session_id!: string | null;
  /** What was different before. */
  diff!: SummaryChangeView[];
  created_at!: Instant;
}

export class SummaryVersionPage implements Page<SummaryVersionView> {
  items!: SummaryVersionView[];
  next_cursor!: string | null;
}
