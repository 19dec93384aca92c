import { MessageRole, type MessageView } from '@saathi/contracts';
import { safetyNotice } from '../safety/safety-notice.js';
import { screen } from '../safety/screen.js';
import { toMessageView, type MessageRow } from './message-row.js';

/** A message as somebody finds it who comes back to it. */
export interface ListedMessage extends MessageRow {
  /** How much danger it was found to tell of, by whatever read it; null for none. */
  readonly danger: 'ideation' | 'intent' | null;
  /** `created_at` to the microsecond, for the place in the list. */
  readonly created_at_text: string;
}

/** The columns of a row of `messages` in a list. */
export const LISTED_MESSAGE = `id, session_id, role, tag, text, created_at, created_at::text AS created_at_text,
  (SELECT max(level) FROM safety_events
   WHERE message_id = messages.id AND level IN ('ideation', 'intent')) AS danger`;

/** What a client is shown: with words that told of danger, where help is found. */
export const toListedView = (row: ListedMessage): MessageView => {
  if (row.role !== MessageRole.User) return toMessageView(row);
  const screening = screen(row.text);
  const safety = safetyNotice({ ...screening, level: row.danger ?? screening.level });
  return { ...toMessageView(row), ...(safety === undefined ? {} : { safety }) };
};
