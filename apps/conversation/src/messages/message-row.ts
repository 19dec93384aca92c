import type { MessageRole, MessageTag, MessageView } from '@saathi/contracts';

/** A message as the repository reads it. */
export interface MessageRow {
  readonly id: string;
  readonly session_id: string;
  readonly role: MessageRole;
  readonly tag: MessageTag;
  readonly text: string;
  readonly created_at: Date;
}

/** What a client is shown of a message. */
export const toMessageView = ({ id, session_id, role, tag, text, created_at }: MessageRow): MessageView => ({
  id,
  session_id,
  role,
  tag,
  text,
  created_at: created_at.toISOString(),
});
