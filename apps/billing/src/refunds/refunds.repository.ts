import { Injectable } from '@nestjs/common';
import { DomainError, OperatorActionKind } from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import type { ProviderRefund } from '../cashfree/payment-provider.js';
import { lock, lockPayer, refundedPaise, type LockedPayment } from '../grants/grants.sql.js';
import { paise, rupees } from '../grants/paise.js';
import { recordOperatorAction, type Deed } from '../operator-record/operator-record.repository.js';
import * as sql from './refunds.sql.js';
import { writeRefund } from './write-refund.repository.js';

/** A refund that an operator wants. */
export interface OperatorRefund extends Deed {
  readonly payment_id: string;
  readonly cashfree_order_id: string;
  /** Everything that is left unless told. */
  readonly amount: string | undefined;
  readonly idempotency_key: string | undefined;
}

/** A pass that ended before its time. */
export interface EndedPass {
  readonly user_id: string;
  readonly subscription_id: string;
}

/** A refund that has arrived, with the payment it is about; undefined when its payer is gone. */
interface SettledRefund {
  readonly payment: LockedPayment | undefined;
  readonly refund: ProviderRefund;
  readonly cashfree_order_id: string;
}

/** What came of a refund that was told of. */
export type RefundOutcome = 'unknown_order' | { readonly ended: EndedPass | undefined };

const KNOWN_STATUSES = ['PENDING', 'ONHOLD', 'FAILED', 'CANCELLED', 'SUCCESS'];

/** Money on its way back, and what that does to the pass it had bought. */
@Injectable()
export class RefundsRepository {
  constructor(private readonly database: Database) {}

  async find(refundId: string): Promise<sql.RefundRow | undefined> {
    return this.database.row(sql.find, [refundId]);
  }

  async listOfOrder(orderId: string): Promise<sql.RefundRow[]> {
    return this.database.rows(sql.listOfOrder, [orderId]);
  }

  /**
   * Writes down a refund, never more than was paid.
   * @returns its id; the same for the same key
   * @throws DomainError `not_found`, `validation_failed`, `idempotency_key_reused`
   */
  async request(refund: OperatorRefund): Promise<string> {
    return this.database.transaction(async (transaction) => {
      await transaction.rows(sql.lockOrder, [refund.payment_id]);
      const order = await transaction.row(sql.standing, [refund.payment_id]);
      if (order === undefined) throw new DomainError('not_found');
      const earlier = await findEarlier(transaction, refund);
      if (earlier !== undefined) return earlier;
      const left = order.paid - order.going_back;
      const wanted = refund.amount === undefined ? left : paise(refund.amount);
      if (order.cf_payment_id === null || wanted <= 0 || wanted > left) throw tooMuch(left);
      const amount = rupees(wanted);
      const { payment_id, cashfree_order_id, reason } = refund;
      const id = await writeRefund(transaction, {
        ...{ payment_id, cashfree_order_id, cf_payment_id: order.cf_payment_id, amount, reason },
        idempotency_key: refund.idempotency_key ?? null,
      });
      if (id === undefined) throw new Error('a refund was there that was not found');
      const details = { refund_id: id, amount };
      await recordOperatorAction(
        transaction,
        OperatorActionKind.PaymentRefunded,
        refund,
        payment_id,
        details,
      );
      return id;
    });
  }

  /**
   * Notes how a refund stands. A full one of the payment that bought a pass ends the pass, in the same
   * transaction; any other changes nothing of it.
   */
  async record(orderId: string | null, refund: ProviderRefund): Promise<RefundOutcome> {
    return this.database.transaction(async (transaction) => {
      const cashfree_order_id = await findOrder(transaction, orderId, refund);
      if (cashfree_order_id === undefined) return 'unknown_order';
      const payment = await transaction.row(lock, [cashfree_order_id]);
      const status = await writeStanding(transaction, cashfree_order_id, refund);
      if (status !== 'SUCCESS') return { ended: undefined };
      return { ended: await this.settle(transaction, { payment, refund, cashfree_order_id }) };
    });
  }

  async refuse(refundId: string): Promise<void> {
    await this.database.rows(sql.refuse, [refundId]);
  }

  /** Ends the pass of a payment without paying anything back. @throws DomainError `not_found` when none runs */
  async revoke(orderId: string, paymentId: string, deed: Deed): Promise<EndedPass> {
    return this.database.transaction(async (transaction) => {
      const payment = await transaction.row(lock, [orderId]);
      const ended =
        payment?.subscription_id == null
          ? undefined
          : await endPass(transaction, payment.user_id, payment.subscription_id);
      if (ended === undefined) throw new DomainError('not_found', 'This payment has no pass that could end.');
      await recordOperatorAction(transaction, OperatorActionKind.SubscriptionRevoked, deed, paymentId);
      return ended;
    });
  }

  async takeDue(): Promise<string[]> {
    return (await this.database.rows(sql.due)).map(({ refund_id }) => refund_id);
  }

  /** What follows when all of a payment has gone back. */
  private async settle(
    transaction: Runner,
    { payment, refund, cashfree_order_id }: SettledRefund,
  ): Promise<EndedPass | undefined> {
    const order = await transaction.row(sql.findAmount, [cashfree_order_id]);
    const back = await transaction.row(refundedPaise, [refund.cf_payment_id]);
    if (order === undefined || (back?.paise ?? 0) < paise(order.amount)) return undefined;
    if (payment?.subscription_id == null || payment.cashfree_payment_id !== refund.cf_payment_id) {
      await transaction.rows(sql.settleReview, [cashfree_order_id]);
      return undefined;
    }
    return endPass(transaction, payment.user_id, payment.subscription_id);
  }
}

const findEarlier = async (
  transaction: Runner,
  { cashfree_order_id, idempotency_key, amount }: OperatorRefund,
): Promise<string | undefined> => {
  if (idempotency_key === undefined) return undefined;
  const earlier = await transaction.row(sql.findByKey, [cashfree_order_id, idempotency_key]);
  if (earlier !== undefined && amount !== undefined && paise(amount) !== paise(earlier.amount))
    throw new DomainError('idempotency_key_reused');
  return earlier?.refund_id;
};

const tooMuch = (left: number): DomainError => {
  const message = left > 0 ? `at most ${rupees(left)} can be paid back` : 'nothing is left to be paid back';
  return new DomainError('validation_failed', message, { errors: [{ path: 'amount', message }] });
};

const findOrder = async (
  transaction: Runner,
  orderId: string | null,
  { cf_payment_id }: ProviderRefund,
): Promise<string | undefined> => {
  const found = orderId ?? (await transaction.row(sql.findOrderOf, [cf_payment_id]))?.cashfree_order_id;
  if (found === undefined || (await transaction.row(sql.findAmount, [found])) === undefined) return undefined;
  return found;
};

const writeStanding = async (
  transaction: Runner,
  orderId: string,
  refund: ProviderRefund,
): Promise<string | undefined> => {
  const { cf_refund_id, cf_payment_id, refund_amount, refund_currency, refund_status, refund_type } = refund;
  const known = await transaction.row(sql.findId, [cf_refund_id]);
  const written = await transaction.row(sql.record, [
    known?.refund_id ?? refund.refund_id,
    cf_refund_id,
    orderId,
    cf_payment_id,
    Number.isFinite(refund_amount) && refund_amount >= 0 && refund_amount < 1e8 ? refund_amount : 0,
    refund_currency.slice(0, 3),
    KNOWN_STATUSES.includes(refund_status) ? refund_status : 'PENDING',
    refund_type,
  ]);
  return written?.status;
};

const endPass = async (
  transaction: Runner,
  user_id: string,
  subscription_id: string,
): Promise<EndedPass | undefined> => {
  await transaction.rows(lockPayer, [user_id]);
  const ended = await transaction.row(sql.endPass, [subscription_id, user_id]);
  if (ended === undefined) return undefined;
  await transaction.rows(sql.correctCache, [user_id]);
  return { user_id, subscription_id };
};
