import { Injectable } from '@nestjs/common';
import { Database, personalRows, personalTable, type PersonalRows } from '@saathi/entities';

const TABLES = [
  personalTable('sessions', { order: 'started_at, id' }),
  personalTable('messages', { order: 'created_at, id' }),
  personalTable('message_search', { order: 'message_id' }),
  // The numbers say nothing to anybody; which messages have some does.
  personalTable('message_vectors', { order: 'message_id', without: ['vector'] }),
  personalTable('off_record_sessions', { order: 'session_id' }),
  personalTable('calls', { order: 'started_at, id' }),
  personalTable('call_leases', { order: 'started_at, id', without: ['ticket_sha256', 'resume_sha256'] }),
  personalTable('turns', { order: 'created_at, reply_id' }),
  personalTable('safety_events', { order: 'created_at, id' }),
  personalTable('disclosures', { order: 'shown_at, id' }),
  personalTable('message_reports', { order: 'created_at, id' }),
  personalTable('model_calls', { order: 'created_at, id' }),
  personalTable('idempotency_keys', { order: 'created_at, key', without: ['request_hash'] }),
];

/** What the conversation service holds about a person: what was said. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  rows(userId: string, signal: AbortSignal): AsyncIterable<PersonalRows> {
    return personalRows(this.database, TABLES, userId, signal);
  }
}
