import type { Instant } from '../fields.js';

/** What was used and what is left. For showing; nothing is decided from it. */
export class UsageView {
  /** Messages ever sent in chats. */
  total_messages!: number;
  /** Whole seconds ever spent in calls. */
  total_call_seconds!: number;
  /** The free allowance, once per account. */
  free_messages!: number;
  free_call_seconds!: number;
  /** null while a pass runs. */
  messages_left!: number | null;
  /** null while a pass runs. */
  call_seconds_left!: number | null;
  premium!: boolean;
  /** End of the unbroken chain of passes; null without one. */
  premium_until!: Instant | null;
}
