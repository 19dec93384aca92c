import { Injectable } from '@nestjs/common';
import { Database, statement } from '@saathi/entities';

const sql = {
  load: statement<{ message_id: string; vector: Buffer }>(
    'vectors_load',
    `SELECT message_id, vector FROM message_vectors WHERE user_id = $1 AND model = $2`,
  ),
  keep: statement(
    'vectors_keep',
    `INSERT INTO message_vectors (message_id, user_id, model, vector)
     SELECT m.id, m.user_id, $3, made.vector
     FROM unnest($1::uuid[], $2::bytea[]) AS made(id, vector) JOIN messages m ON m.id = made.id
     FOR KEY SHARE OF m
     ON CONFLICT (message_id) DO UPDATE SET model = excluded.model, vector = excluded.vector`,
  ),
};

/** Vectors of messages. */
@Injectable()
export class VectorsRepository {
  constructor(private readonly database: Database) {}

  async load(userId: string, model: string): Promise<Map<string, Float32Array>> {
    const rows = await this.database.rows(sql.load, [userId, model]);
    return new Map(rows.map(({ message_id, vector }) => [message_id, fromBytes(vector)]));
  }

  /** Keeps vectors of messages that are still there. */
  async keep(vectors: ReadonlyMap<string, Float32Array>, model: string): Promise<void> {
    const bytes = [...vectors.values()].map((vector) => Buffer.from(vector.buffer));
    await this.database.rows(sql.keep, [[...vectors.keys()], bytes, model]);
  }
}

const fromBytes = (bytes: Buffer): Float32Array =>
  Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, n) => bytes.readFloatLE(n * 4));
