import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

/** Something that was done for somebody's safety, without a word of what was said. */
export interface SafetyEvent {
  readonly user_id: string;
  readonly session_id: string;
  /** What told of danger; null for words of the companion, which were never said. */
  readonly message_id: string | null;
  readonly direction: 'in' | 'out';
  readonly level: 'ideation' | 'intent' | 'abuse' | 'harmful_reply' | 'leak';
  readonly source: 'lexicon' | 'moderation' | 'classification' | 'guard';
  readonly action: 'helplines_shown' | 'reply_replaced';
  /** Seen after the message was counted: it is given back. What is said in a call is not counted. */
  readonly late: boolean;
}

const note = statement(
  'safety_note',
  `INSERT INTO safety_events (user_id, session_id, message_id, direction, level, source, action, late, locale)
   SELECT u.id, s.id, $8, $3, $4, $5, $6, $7 AND s.type IS DISTINCT FROM 'call' AND NOT is_in_crisis($2), u.locale
   FROM users u LEFT JOIN sessions s ON s.id = $2 AND s.user_id = u.id WHERE u.id = $1`,
);

@Injectable()
export class SafetyRepository {
  constructor(private readonly database: Database) {}

  async note(event: SafetyEvent): Promise<void> {
    const { user_id, session_id, message_id, direction, level, source, action, late } = event;
    await this.database.rows(note, [user_id, session_id, direction, level, source, action, late, message_id]);
  }
}
