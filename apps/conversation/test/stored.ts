import type { Place } from './talk.js';

/** What is asked of a database here. */
interface Queries {
  rows<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  row<Row extends object>(text: string, values?: unknown[]): Promise<Row>;
}

interface StoredMessage {
  readonly id: string;
  readonly role: 'user' | 'ai';
  readonly text: string;
}

/** What the database holds of a talk. */
export class Stored {
  constructor(private readonly database: Queries) {}

  /** In the order in which they were said. */
  messages({ session_id }: Place): Promise<StoredMessage[]> {
    return this.database.rows(
      'SELECT id, role, text FROM messages WHERE session_id = $1 ORDER BY created_at, id',
      [session_id],
    );
  }

  async roles(place: Place): Promise<string[]> {
    return (await this.messages(place)).map(({ role }) => role);
  }

  /** Messages that the person was charged for. */
  async counted({ user_id }: Place): Promise<number> {
    const { total } = await this.database.row<{ total: number }>(
      'SELECT total_messages AS total FROM usage_stats WHERE user_id = $1',
      [user_id],
    );
    return total;
  }

  /** How the newest turn of the session stands. */
  async turnState({ session_id }: Place): Promise<string> {
    const { state } = await this.database.row<{ state: string }>(
      'SELECT state FROM turns WHERE session_id = $1 ORDER BY created_at DESC LIMIT 1',
      [session_id],
    );
    return state;
  }
}
