import { Injectable } from '@nestjs/common';
import { Database, PERSON, personalRows, personalTable, type PersonalRows } from '@saathi/entities';

const BY_ORDER = `cashfree_order_id IN (SELECT cashfree_order_id FROM billing_orders WHERE user_id = ${PERSON})`;

const TABLES = [
  personalTable('usage_stats', { order: 'user_id' }),
  personalTable('subscriptions', { order: 'start_date, id' }),
  personalTable('payments', { order: 'created_at, id' }),
  personalTable('billing_orders', {
    order: 'created_at, payment_id',
    without: ['request_hash', 'payment_session_id'],
  }),
  personalTable('payment_attempts', { where: BY_ORDER, order: 'seen_at, cf_payment_id' }),
  personalTable('refunds', { where: BY_ORDER, order: 'created_at, refund_id', without: ['idempotency_key'] }),
  personalTable('payment_events', {
    where: BY_ORDER,
    order: 'received_at, id',
    without: ['body_sha256'],
    bytesAsText: ['raw_body'],
  }),
];

/** What the billing service holds about a person: what was used and what was paid. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  rows(userId: string, signal: AbortSignal): AsyncIterable<PersonalRows> {
    return personalRows(this.database, TABLES, userId, signal);
  }
}
