import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';
import { LISTED_MESSAGE, type ListedMessage } from '../messages/listed-message.js';

const PAGE = 200;

/** When a session was held. */
export interface SessionSpan {
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

const sql = {
  findSession: statement<SessionSpan>(
    'transcripts_find_session',
    `SELECT started_at, ended_at FROM sessions WHERE user_id = $1 AND id = $2`,
  ),
  page: statement<ListedMessage>(
    'transcripts_page',
    `SELECT ${LISTED_MESSAGE} FROM messages
     WHERE user_id = $1 AND session_id = $2 AND ($3::timestamptz IS NULL OR (created_at, id) > ($3, $4::uuid))
     ORDER BY created_at, id LIMIT ${String(PAGE)}`,
  ),
};

@Injectable()
export class TranscriptsRepository {
  constructor(private readonly database: Database) {}

  async findSession(userId: string, id: string): Promise<SessionSpan | undefined> {
    return this.database.row(sql.findSession, [userId, id]);
  }

  /** Everything said in a session, in the order in which it was said, page by page. */
  async *messages(userId: string, sessionId: string): AsyncGenerator<ListedMessage> {
    let last: { at: string; id: string } | undefined;
    for (;;) {
      const page = await this.database.rows(sql.page, [
        userId,
        sessionId,
        last?.at ?? null,
        last?.id ?? null,
      ]);
      yield* page;
      const newest = page.at(-1);
      if (newest === undefined || page.length < PAGE) return;
      last = { at: newest.created_at_text, id: newest.id };
    }
  }
}
