import { Injectable } from '@nestjs/common';
import { DomainError, decodeCursor, type ActorPageRequest, type PlanView } from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import type { ProviderOrder } from '../cashfree/payment-provider.js';
import * as sql from './payments.sql.js';

/** Each costs a call of the provider, which allows so many; nobody means to pay more than a few. */
const PENDING_AN_HOUR = 5;

/** An order about to be opened. */
export interface NewPayment {
  readonly id: string;
  readonly user_id: string;
  readonly cashfree_order_id: string;
  readonly plan: PlanView;
  readonly idempotency_key: string | null;
  readonly request_hash: Buffer;
  readonly expires_at: Date;
  readonly next_check_at: Date | null;
  /** When it was asked for, where that is known. */
  readonly requested_at: string | null;
}

/** Payments with the orders they were opened for. */
@Injectable()
export class PaymentsRepository {
  constructor(private readonly database: Database) {}

  async findPayer(
    userId: string,
  ): Promise<{ name: string; email: string; phone_number: string | null } | undefined> {
    return this.database.row(sql.findPayer, [userId]);
  }

  /**
   * Writes down an order, unless the same one was written down before: under the same key, or at this very moment
   * by the other of two clicks.
   * @returns the id of the order that there is now
   * @throws DomainError `idempotency_key_reused`, `rate_limited`
   */
  async findOrAdd(payment: NewPayment): Promise<string> {
    return this.database.transaction(async (transaction) => {
      await transaction.rows(sql.lockOpening, [payment.user_id]);
      const known = await findEarlier(transaction, payment);
      if (known !== undefined) return known;
      await refuseTooMany(transaction, payment.user_id);
      await add(transaction, payment);
      return payment.id;
    });
  }

  async extend(id: string, expiresAt: Date): Promise<void> {
    await this.database.rows(sql.extend, [id, expiresAt]);
  }

  async markOpened(id: string, order: ProviderOrder): Promise<void> {
    const { cf_order_id, payment_session_id, order_status } = order;
    await this.database.rows(sql.opened, [id, cf_order_id, payment_session_id, order_status]);
  }

  async find(userId: string, id: string): Promise<sql.PaymentRow | undefined> {
    return this.database.row(sql.find, [userId, id]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ActorPageRequest): Promise<sql.PaymentRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  /** Whether an order is ours. */
  async isKnown(orderId: string): Promise<boolean> {
    return (await this.database.row(sql.isKnown, [orderId])) !== undefined;
  }
}

const findEarlier = async (
  transaction: Runner,
  { user_id, idempotency_key, request_hash, requested_at }: NewPayment,
): Promise<string | undefined> => {
  const byKey =
    idempotency_key === null
      ? undefined
      : await transaction.row(sql.findByKey, [user_id, idempotency_key, request_hash]);
  if (byKey?.same === false) throw new DomainError('idempotency_key_reused');
  return (byKey ?? (await transaction.row(sql.findOpening, [user_id, request_hash, requested_at])))
    ?.payment_id;
};

const refuseTooMany = async (transaction: Runner, userId: string): Promise<void> => {
  const full = await transaction.row(sql.findFullHour, [userId, PENDING_AN_HOUR]);
  if (full === undefined) return;
  const detail = 'Several of your payments are still open. Pay one of them, or try again later.';
  throw new DomainError('rate_limited', detail, { retry_after: full.wait_seconds });
};

const add = async (transaction: Runner, payment: NewPayment): Promise<void> => {
  const { id, user_id, cashfree_order_id, plan, idempotency_key, request_hash } = payment;
  if (idempotency_key !== null) await transaction.rows(sql.releaseOldKey, [user_id, idempotency_key]);
  await transaction.rows(sql.open, [
    ...[id, user_id, cashfree_order_id, plan.plan_type, plan.amount, plan.duration_seconds],
    ...[idempotency_key, request_hash, payment.expires_at, payment.next_check_at],
  ]);
};
