import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '@saathi/entities';
import { v7 as newId } from 'uuid';
import type { ProviderPayment } from '../cashfree/payment-provider.js';
import { writeRefund } from '../refunds/write-refund.repository.js';
import { decideGrant, type ProvenPayment, type Refusal } from './decide-grant.js';
import * as sql from './grants.sql.js';
import { paise, rupees } from './paise.js';

/** A pass that was granted. */
export interface Grant {
  readonly granted: true;
  readonly payment_id: string;
  readonly user_id: string;
  readonly subscription_id: string;
  readonly plan_type: sql.LockedPayment['plan_type'];
  readonly start_date: Date;
  readonly end_date: Date;
}

/** What came of a payment that the provider says was made. */
export type GrantOutcome =
  | Grant
  | {
      readonly granted: false;
      readonly reason: Refusal;
      /** Whose payment it is, where that is known. */
      readonly payment?: sql.LockedPayment;
      /** The refund that has to be asked for now. */
      readonly refund_id?: string;
    };

/** Refusals that a human has to look at, and whether the provider is to be asked first. */
const REVIEWED: Partial<Record<Refusal, { ask: boolean }>> = {
  duplicate_payment: { ask: false },
  amount_mismatch: { ask: true },
  currency_mismatch: { ask: true },
};

/** Where a payment becomes a pass, once, whoever tells of it and however often. */
@Injectable()
export class GrantsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Webhook, return page and reconciliation all come here.
   * @param isAnswer whether the provider itself was asked, so that asking it again is of no use
   */
  async recordSuccess(orderId: string, proven: ProvenPayment, isAnswer: boolean): Promise<GrantOutcome> {
    return this.database.transaction(async (transaction) => {
      const payment = await transaction.row(sql.lock, [orderId]);
      if (payment === undefined) return payBackErased(transaction, orderId, proven);
      const refunded = await transaction.row(sql.refundedPaise, [proven.cf_payment_id]);
      const refusal = decideGrant(payment, proven, refunded?.paise ?? 0);
      if (refusal === undefined) return grantPass(transaction, payment, proven.cf_payment_id);
      const review = REVIEWED[refusal];
      if (review !== undefined)
        await transaction.rows(sql.review, [orderId, refusal, review.ask && !isAnswer]);
      if (refusal === 'already_refunded')
        await transaction.rows(sql.closeRefunded, [payment.id, proven.cf_payment_id]);
      return { granted: false, reason: refusal, payment };
    });
  }

  /** Grants what was paid although it did not match, because a human says so. @returns undefined when nothing was paid */
  async grantAnyway(transaction: Runner, orderId: string): Promise<Grant | undefined> {
    const payment = await transaction.row(sql.lock, [orderId]);
    const paid = await transaction.row(sql.findPaidAttempt, [orderId]);
    if (payment === undefined || paid === undefined || payment.status === 'success') return undefined;
    return grantPass(transaction, payment, paid.cf_payment_id);
  }

  /** @returns the payment that failed, or undefined if it had moved on already */
  async recordFailure(orderId: string): Promise<{ id: string; user_id: string } | undefined> {
    return this.database.row(sql.markFailed, [orderId]);
  }

  async recordAttempt(orderId: string, attempt: ProviderPayment): Promise<void> {
    const { cf_payment_id, payment_status, payment_amount, payment_currency } = attempt;
    const { message, payment_group, bank_reference, paid_at } = attempt;
    const amount = isStorable(payment_amount) ? payment_amount : null;
    const currency = payment_currency.slice(0, 3);
    const facts = [message, payment_group, bank_reference, paid_at];
    await this.database.rows(sql.recordAttempt, [
      ...[cf_payment_id, orderId, payment_status, amount, currency],
      ...facts,
    ]);
  }
}

/** The column holds eight digits before the point. */
const isStorable = (amount: number): boolean => Number.isFinite(amount) && amount >= 0 && amount < 1e8;

const grantPass = async (
  transaction: Runner,
  payment: sql.LockedPayment,
  cfPaymentId: string,
): Promise<Grant> => {
  const { id, user_id, plan_type, amount, duration_seconds } = payment;
  await transaction.rows(sql.lockPayer, [user_id]);
  const subscription_id = newId();
  const values = [id, user_id, subscription_id, plan_type, amount, duration_seconds, cfPaymentId];
  const pass = await transaction.row(sql.grant, values);
  if (pass === undefined) throw new Error('The grant statement answered nothing');
  return { granted: true, payment_id: id, user_id, subscription_id, plan_type, ...pass };
};

/** Who has no account any more can have no pass: all of it goes back, and is asked for once. */
const payBackErased = async (
  transaction: Runner,
  orderId: string,
  { cf_payment_id, payment_amount }: ProvenPayment,
): Promise<GrantOutcome> => {
  const order = await transaction.row(sql.lockErased, [orderId]);
  if (order === undefined) return { granted: false, reason: 'unknown_order' };
  // Told once more: it had bought its pass when there was still somebody to have it.
  if (order.granted) return { granted: false, reason: 'already_granted' };
  await transaction.rows(sql.closeErased, [orderId]);
  const refund_id = await writeRefund(transaction, {
    payment_id: order.payment_id,
    cashfree_order_id: orderId,
    cf_payment_id,
    amount: isStorable(payment_amount) && payment_amount > 0 ? rupees(paise(payment_amount)) : order.amount,
    reason: 'user_deleted',
    idempotency_key: `user_deleted ${cf_payment_id}`,
  });
  return { granted: false, reason: 'user_deleted', ...(refund_id === undefined ? {} : { refund_id }) };
};
