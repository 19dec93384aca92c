import { randomUUID } from 'node:crypto';
import { baselinePrompt, Persona } from '@saathi/contracts';
import type { TestDatabase } from '../harness/database.js';

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

interface SessionRow {
  readonly id: string;
  readonly user_id: string;
}

/** Rows for tests. Each says only what matters to the test; the rest is made up. */
export const create = {
  user: (
    database: TestDatabase,
    given: { email?: string; name?: string; persona?: Persona } = {},
  ): Promise<UserRow> => {
    const { email = `${randomUUID()}@example.com`, name = 'Asha', persona = Persona.SweetSupportive } = given;
    return database.row(
      `INSERT INTO users (name, email, gender, persona) VALUES ($1, $2, 'female', $3) RETURNING id, email, name`,
      [name, email, persona],
    );
  },

  session: (
    database: TestDatabase,
    given: { user_id: string; type?: 'chat' | 'call'; ended_at?: Date | null; persona?: Persona },
  ): Promise<SessionRow> => {
    const { user_id, type = 'chat', ended_at = null, persona = Persona.SweetSupportive } = given;
    return database.row(
      `INSERT INTO sessions (user_id, type, ended_at, persona_snapshot) VALUES ($1, $2, $3, $4) RETURNING id, user_id`,
      [user_id, type, ended_at, baselinePrompt(persona)],
    );
  },

  message: (
    database: TestDatabase,
    given: { session_id: string; user_id: string; role?: 'user' | 'ai'; text?: string },
  ): Promise<{ id: string }> => {
    const { session_id, user_id, role = 'user', text = 'hello' } = given;
    return database.row(
      `INSERT INTO messages (session_id, user_id, role, text, created_at)
       VALUES ($1, $2, $3, $4, clock_timestamp()) RETURNING id`,
      [session_id, user_id, role, text],
    );
  },

  pass: (
    database: TestDatabase,
    given: { user_id: string; starts_in?: number; lasts?: number },
  ): Promise<{ id: string; start_date: Date; end_date: Date }> => {
    const { user_id, starts_in = -60, lasts = 86_400 } = given;
    return database.row(
      `INSERT INTO subscriptions (user_id, plan_type, amount, start_date, end_date)
       VALUES ($1, 'daily', 49, now() + make_interval(secs => $2), now() + make_interval(secs => $2::int + $3::int))
       RETURNING id, start_date, end_date`,
      [user_id, starts_in, lasts],
    );
  },
};
