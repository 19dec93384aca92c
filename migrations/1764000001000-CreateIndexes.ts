import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One index for each way the product looks something up, and for each cascade. */
export class CreateIndexes1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- "C": the database's own lower() would fold U+212A KELVIN SIGN to k and merge two people.
      CREATE UNIQUE INDEX users_email_ci ON users (lower(email COLLATE "C"));
      CREATE INDEX users_premium_idx ON users (id) WHERE premium_user;
      CREATE INDEX otp_logins_email_created_at_idx ON otp_logins (email, created_at DESC);
      CREATE INDEX sessions_user_id_started_at_idx ON sessions (user_id, started_at DESC, id DESC);
      CREATE INDEX sessions_open_idx ON sessions (started_at) WHERE ended_at IS NULL;
      CREATE INDEX sessions_ended_at_idx ON sessions (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX messages_session_id_created_at_idx ON messages (session_id, created_at, id);
      CREATE INDEX messages_user_id_created_at_idx ON messages (user_id, created_at);
      CREATE INDEX calls_session_id_idx ON calls (session_id);
      CREATE INDEX calls_user_id_started_at_idx ON calls (user_id, started_at DESC);
      CREATE INDEX subscriptions_user_id_end_date_idx ON subscriptions (user_id, end_date DESC);
      CREATE INDEX subscriptions_active_end_date_idx ON subscriptions (end_date) WHERE active;
      CREATE INDEX payments_user_id_created_at_idx ON payments (user_id, created_at DESC, id DESC);
      CREATE INDEX payments_subscription_id_idx ON payments (subscription_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payments_subscription_id_idx, payments_user_id_created_at_idx, subscriptions_active_end_date_idx,
        subscriptions_user_id_end_date_idx, calls_user_id_started_at_idx, calls_session_id_idx,
        messages_user_id_created_at_idx, messages_session_id_created_at_idx, sessions_ended_at_idx,
        sessions_open_idx, sessions_user_id_started_at_idx, otp_logins_email_created_at_idx, users_premium_idx, users_email_ci;
    `);
  }
}
