import type { Amount } from '../fields.js';

/** What was sold and what is waiting for a human. Days are those of India. */
export class MoneyOverview {
  /** Passes that run now. */
  passes_running!: number;
  /** Passes bought today. */
  passes_today!: number;
  /** Paid for them, in rupees. */
  amount_today!: Amount;
  /** Payments that came to nothing today. */
  failed_payments_today!: number;
  /** Orders that a human should look at. */
  reviews!: number;
  /** Webhooks that were taken in but not acted on: still being tried, or given up. */
  webhooks_open!: number;
}
