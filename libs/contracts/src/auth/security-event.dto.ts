import type { SecurityEventKind } from '../enums/security-event-kind.js';
import type { Instant } from '../fields.js';

/** Something that happened to an account. */
export class SecurityEventView {
  id!: string;
  kind!: SecurityEventKind;
  /** The login it happened to or came from, if it was one. */
  login_id!: string | null;
  /** The address it came from, where that was seen. */
  client_ip!: string | null;
  user_agent!: string | null;
  created_at!: Instant;
}

/** Newest first; kept for a year. */
export class SecurityEventPage {
  items!: SecurityEventView[];
  next_cursor!: string | null;
}
