import { Injectable } from '@nestjs/common';
import { decodeCursor, type ListMessagesRequest } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';
import type { MessageRow } from './message-row.js';

const sql = {
  ownsSession: statement('messages_owns_session', `SELECT 1 FROM sessions WHERE user_id = $1 AND id = $2`),
  // Ids are UUIDv7: where two instants are equal, the id tells which message came first.
  list: statement<MessageRow & { created_at_text: string }>(
    'messages_list',
    `SELECT id, session_id, role, tag, text, created_at, created_at::text AS created_at_text FROM messages
     WHERE session_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) > ($2, $3::uuid))
     ORDER BY created_at, id LIMIT $4`,
  ),
};

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  async ownsSession(userId: string, sessionId: string): Promise<boolean> {
    return (await this.database.row(sql.ownsSession, [userId, sessionId])) !== undefined;
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({
    session_id,
    limit,
    cursor,
  }: ListMessagesRequest): Promise<(MessageRow & { created_at_text: string })[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [session_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }
}
