import { Injectable } from '@nestjs/common';
import { decodeCursor, type ListMessagesRequest } from '@saathi/contracts';
import { Database, statement } from '@saathi/entities';
import { LISTED_MESSAGE, type ListedMessage } from './listed-message.js';

const sql = {
  ownsSession: statement('messages_owns_session', `SELECT 1 FROM sessions WHERE user_id = $1 AND id = $2`),
  // Ids are UUIDv7: where two instants are equal, the id tells which message came first.
  list: statement<ListedMessage>(
    'messages_list',
    `SELECT ${LISTED_MESSAGE} FROM messages
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
  async list({ session_id, limit, cursor }: ListMessagesRequest): Promise<ListedMessage[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [session_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }
}
