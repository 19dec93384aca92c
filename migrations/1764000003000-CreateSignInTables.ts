import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What signing in needs beside otp_logins: no code and no token is ever stored in clear. */
export class CreateSignInTables1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE otp_challenges (
        id UUID PRIMARY KEY,
        email TEXT NOT NULL,
        locale TEXT NOT NULL,
        client_ip INET NOT NULL,
        user_agent TEXT,
        attempts SMALLINT NOT NULL DEFAULT 0,
        max_attempts SMALLINT NOT NULL,
        sends SMALLINT NOT NULL DEFAULT 0,
        last_sent_at TIMESTAMP WITH TIME ZONE,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        consumed_at TIMESTAMP WITH TIME ZONE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );
      CREATE INDEX otp_challenges_email_created_at_idx ON otp_challenges (email, created_at DESC);
      CREATE INDEX otp_challenges_client_ip_created_at_idx ON otp_challenges (client_ip, created_at DESC);
      CREATE INDEX otp_challenges_created_at_idx ON otp_challenges (created_at);

      -- Which challenge a code belongs to, and whether its mail went out.
      CREATE TABLE otp_deliveries (
        otp_login_id UUID PRIMARY KEY REFERENCES otp_logins(id) ON DELETE CASCADE,
        challenge_id UUID NOT NULL REFERENCES otp_challenges(id) ON DELETE CASCADE,
        status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed'))
      );
      CREATE INDEX otp_deliveries_challenge_id_idx ON otp_deliveries (challenge_id);

      -- An address that is proven but has no account yet.
      CREATE TABLE registrations (
        token_hash BYTEA PRIMARY KEY,
        email TEXT NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        used_at TIMESTAMP WITH TIME ZONE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE logins (
        id UUID PRIMARY KEY,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        salt BYTEA NOT NULL,
        user_agent TEXT,
        client_ip INET,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        idle_expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        revoked_at TIMESTAMP WITH TIME ZONE,
        revoke_reason TEXT
      );
      CREATE INDEX logins_user_id_created_at_idx ON logins (user_id, created_at DESC);

      CREATE TABLE refresh_tokens (
        token_hash BYTEA PRIMARY KEY,
        login_id UUID NOT NULL REFERENCES logins(id) ON DELETE CASCADE,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        rotated_at TIMESTAMP WITH TIME ZONE
      );
      CREATE INDEX refresh_tokens_login_id_idx ON refresh_tokens (login_id);

      -- What a person agreed to, in which words, and when they took it back.
      CREATE TABLE consents (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        purpose TEXT NOT NULL,
        notice_version TEXT NOT NULL,
        locale TEXT NOT NULL,
        given_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        withdrawn_at TIMESTAMP WITH TIME ZONE
      );
      CREATE INDEX consents_user_id_idx ON consents (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE consents, refresh_tokens, logins, registrations, otp_deliveries, otp_challenges;',
    );
  }
}
