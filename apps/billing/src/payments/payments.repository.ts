import { Injectable } from '@nestjs/common';
import { decodeCursor, type ActorPageRequest, type PlanView } from '@saathi/contracts';
import { Database, violates } from '@saathi/entities';
import { v7 as newId } from 'uuid';
import type { ProviderOrder } from '../cashfree/payment-provider.js';
import { decideGrant, type ProvenPayment, type Refusal } from './decide-grant.js';
import * as sql from './payments.sql.js';

/** An order about to be opened. */
export interface NewPayment {
  readonly id: string;
  readonly user_id: string;
  readonly cashfree_order_id: string;
  readonly plan: PlanView;
  readonly idempotency_key: string | null;
  readonly request_hash: Buffer;
  readonly expires_at: Date;
}

/** What came of a payment that the provider says was made. */
export type GrantOutcome =
  | {
      granted: true;
      payment_id: string;
      user_id: string;
      subscription_id: string;
      plan_type: sql.LockedPayment['plan_type'];
      start_date: Date;
      end_date: Date;
    }
  | { granted: false; reason: Refusal };

/** Payments with their orders, attempts and grants. */
@Injectable()
export class PaymentsRepository {
  constructor(private readonly database: Database) {}

  async findPayer(
    userId: string,
  ): Promise<{ name: string; email: string; phone_number: string | null } | undefined> {
    return this.database.row(sql.findPayer, [userId]);
  }

  async findByKey(
    userId: string,
    key: string,
    requestHash: Buffer,
  ): Promise<{ payment_id: string; same: boolean } | undefined> {
    return this.database.row(sql.findByKey, [userId, key, requestHash]);
  }

  /** @returns false when the key was used by a twin of this request at the same moment */
  async open(payment: NewPayment): Promise<boolean> {
    const { id, user_id, cashfree_order_id, plan, idempotency_key, request_hash, expires_at } = payment;
    if (idempotency_key !== null) await this.database.rows(sql.releaseOldKey, [user_id, idempotency_key]);
    try {
      await this.database.rows(sql.open, [
        id,
        user_id,
        cashfree_order_id,
        plan.plan_type,
        plan.amount,
        plan.duration_seconds,
        idempotency_key,
        request_hash,
        expires_at,
      ]);
      return true;
    } catch (error) {
      if (violates(error, 'billing_orders_idempotency_key_key')) return false;
      throw error;
    }
  }

  async markOpened(id: string, order: ProviderOrder): Promise<void> {
    await this.database.rows(sql.opened, [
      id,
      order.cf_order_id,
      order.payment_session_id,
      order.order_status,
    ]);
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

  /**
   * Turns a payment that was made into a pass, once, whoever tells of it and however often: webhook,
   * return page and reconciliation all come here.
   */
  async recordSuccess(orderId: string, proven: ProvenPayment): Promise<GrantOutcome> {
    return this.database.transaction(async (transaction) => {
      const payment = await transaction.row(sql.lock, [orderId]);
      if (payment === undefined) {
        const erased = await transaction.row(sql.reviewErased, [orderId]);
        return { granted: false, reason: erased === undefined ? 'unknown_order' : 'user_deleted' };
      }
      const refusal = decideGrant(payment, proven);
      if (refusal !== undefined) {
        if (refusal !== 'already_granted') await transaction.rows(sql.review, [orderId, refusal]);
        return { granted: false, reason: refusal };
      }
      const { id, user_id, plan_type, amount, duration_seconds } = payment;
      await transaction.rows(sql.lockPayer, [user_id]);
      const subscription_id = newId();
      const values = [
        id,
        user_id,
        subscription_id,
        plan_type,
        amount,
        duration_seconds,
        proven.cf_payment_id,
      ];
      const pass = await transaction.row(sql.grant, values);
      if (pass === undefined) throw new Error('The grant statement answered nothing');
      return { granted: true, payment_id: id, user_id, subscription_id, plan_type, ...pass };
    });
  }

  /** @returns the payment that failed, or undefined if it had moved on already */
  async recordFailure(orderId: string): Promise<{ id: string; user_id: string } | undefined> {
    return this.database.row(sql.markFailed, [orderId]);
  }

  async recordAttempt(orderId: string, proven: ProvenPayment & { payment_status: string }): Promise<void> {
    const { cf_payment_id, payment_status, payment_amount, payment_currency } = proven;
    const amount = Number.isFinite(payment_amount) ? payment_amount : null;
    await this.database.rows(sql.recordAttempt, [
      cf_payment_id,
      orderId,
      payment_status,
      amount,
      payment_currency.slice(0, 3),
    ]);
  }

  async takeDueForCheck(): Promise<string[]> {
    return (await this.database.rows(sql.dueForCheck)).map(({ cashfree_order_id }) => cashfree_order_id);
  }

  async markChecked(orderId: string): Promise<void> {
    await this.database.rows(sql.markChecked, [orderId]);
  }

  async settleOrder(orderId: string, providerStatus: string, final: boolean): Promise<void> {
    await this.database.rows(sql.settleOrder, [orderId, providerStatus, final]);
  }

  /** Has the provider asked about an order in the next round. */
  async checkSoon(orderId: string): Promise<void> {
    await this.database.rows(sql.checkSoon, [orderId]);
  }
}
