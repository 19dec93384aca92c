import type { Amount } from '../fields.js';

/** How much is talked, never what. Days are those of India. */
export class TalkOverview {
  /** Sent by people today. */
  messages_today!: number;
  sessions_today!: number;
  /** Whole minutes of calls that ended today. */
  call_minutes_today!: number;
  /** What the model's calls of today cost by OPENAI_PRICES, in rupees; null while none of them has a price. */
  model_cost_today!: Amount | null;
}
