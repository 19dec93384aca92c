import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What messages mean, where an embedding model is configured. Made from the message, and made again at any time. */
export class CreateMessageVectors1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message_vectors (
        message_id UUID PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
        user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        -- Vectors of another model are not comparable.
        model TEXT NOT NULL,
        -- 32-bit floats, little-endian, of length 1.
        vector BYTEA NOT NULL
      );
      CREATE INDEX message_vectors_user_id_idx ON message_vectors (user_id, model);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_vectors;');
  }
}
