import type { Amount } from '../fields.js';

/** How much is talked, never what. Days are those of India. */
export class TalkOverview {
  /** Sent by people today. */
  messages_today!: number;
  sessions_today!: number;
  /** Whole minutes of calls that ended today. */
  call_minutes_today!: number;
  /** What the model cost today, in rupees; null where nobody counts it. */
  model_cost_today!: Amount | null;
}
