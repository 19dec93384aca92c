import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nine tables and seven enums of the product, as its schema document has them. */
export class CreateSchema1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TYPE gender_enum AS ENUM ('male', 'female', 'other', 'prefer_not_to_say');
      CREATE TYPE session_type_enum AS ENUM ('chat', 'call');
      CREATE TYPE message_role_enum AS ENUM ('user', 'ai');
      CREATE TYPE message_tag_enum AS ENUM ('general', 'evaluation');
      CREATE TYPE plan_type_enum AS ENUM ('daily', 'weekly');
      CREATE TYPE payment_status_enum AS ENUM ('pending', 'success', 'failed');
      CREATE TYPE persona_enum AS ENUM ('sweet_supportive', 'playful_flirty', 'bold_confident', 'calm_mature');

      CREATE TABLE users (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        name TEXT NOT NULL,
        email TEXT UNIQUE NOT NULL,
        phone_number TEXT,
        gender gender_enum NOT NULL,
        persona persona_enum NOT NULL DEFAULT 'sweet_supportive',
        persona_prompt JSONB,
        premium_user BOOLEAN NOT NULL DEFAULT false,
        registration_date TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        locale TEXT DEFAULT 'hi-IN',
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE otp_logins (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        email TEXT NOT NULL,
        otp TEXT NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        verified BOOLEAN NOT NULL DEFAULT false,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE sessions (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        type session_type_enum NOT NULL DEFAULT 'chat',
        started_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        ended_at TIMESTAMP WITH TIME ZONE,
        partner_type_one_liner TEXT,
        top_3_traits_you_value TEXT[],
        what_you_might_work_on TEXT[],
        next_time_focus TEXT[],
        love_language_guess TEXT,
        communication_fit TEXT,
        confidence_score NUMERIC(4, 2),
        persona_snapshot JSONB,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE messages (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        role message_role_enum NOT NULL,
        tag message_tag_enum NOT NULL DEFAULT 'general',
        text TEXT NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE calls (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        transcript TEXT,
        started_at TIMESTAMP WITH TIME ZONE NOT NULL,
        ended_at TIMESTAMP WITH TIME ZONE NOT NULL,
        duration_seconds INTEGER
      );

      CREATE TABLE user_summary_latest (
        user_id UUID PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
        partner_type_one_liner TEXT,
        top_3_traits_you_value TEXT[],
        what_you_might_work_on TEXT[],
        next_time_focus TEXT[],
        love_language_guess TEXT,
        communication_fit TEXT,
        confidence_score NUMERIC(4, 2),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE subscriptions (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        plan_type plan_type_enum NOT NULL,
        amount NUMERIC(10, 2) NOT NULL,
        start_date TIMESTAMP WITH TIME ZONE NOT NULL,
        end_date TIMESTAMP WITH TIME ZONE NOT NULL,
        active BOOLEAN NOT NULL DEFAULT true,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE payments (
        id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        subscription_id UUID REFERENCES subscriptions(id) ON DELETE CASCADE,
        cashfree_order_id TEXT UNIQUE NOT NULL,
        cashfree_payment_id TEXT,
        amount NUMERIC(10, 2) NOT NULL,
        status payment_status_enum NOT NULL DEFAULT 'pending',
        plan_type plan_type_enum NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );

      CREATE TABLE usage_stats (
        user_id UUID PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
        total_messages INTEGER NOT NULL DEFAULT 0,
        total_call_seconds INTEGER NOT NULL DEFAULT 0,
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE usage_stats, payments, subscriptions, user_summary_latest, calls, messages, sessions, otp_logins, users;
      DROP TYPE persona_enum, payment_status_enum, plan_type_enum, message_tag_enum, message_role_enum, session_type_enum, gender_enum;
    `);
  }
}
