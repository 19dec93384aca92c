import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  pageOf,
  type ActorPageRequest,
  type CreatePaymentRequest,
  type PaymentPage,
  type PaymentView,
} from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { BillingConfig } from '../billing.config.js';
import { ReconciliationService } from '../reconciliation/reconciliation.service.js';
import { checkoutOf } from './checkout.js';
import { Orders } from './orders.js';
import { PaymentsRepository } from './payments.repository.js';
import type { PaymentRow } from './payments.sql.js';

/** A pending payment is asked about when a client looks, but not for every look. */
const FRESH_SECONDS = 3;
/** Who looks waits no longer for the provider; what is known is shown. */
const PATIENCE_MS = 5000;

/** Payments as their payer sees them. */
@Injectable()
export class PaymentsService {
  private readonly log = new Logger(PaymentsService.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly orders: Orders,
    private readonly reconciliation: ReconciliationService,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Opens an order. Sent again with the same key, the same order.
   * @throws DomainError `not_found`, `payment_provider_unavailable`, `idempotency_key_reused`, `rate_limited`
   */
  async create(request: CreatePaymentRequest): Promise<PaymentView> {
    const payer = await this.payments.findPayer(request.user_id);
    if (payer === undefined) throw new DomainError('not_found');
    const id = await this.orders.findOrAdd(request);
    const payment = await this.need(request.user_id, id);
    if (payment.payment_session_id !== null || payment.status === 'success') return this.toView(payment);
    await this.orders.openAtProvider(payment, payer, request.phone_number);
    return this.toView(await this.need(request.user_id, id));
  }

  /** A payment as it stands; one that is not settled is asked about first. @throws DomainError `not_found` */
  async get(userId: string, id: string): Promise<PaymentView> {
    const payment = await this.need(userId, id);
    if (payment.status === 'success') return this.toView(payment);
    const asked = this.reconciliation
      .lookAt(payment.cashfree_order_id, FRESH_SECONDS)
      .catch((error: unknown) => {
        // What is known is shown; the sweep asks again.
        this.log.warn('payment could not be checked', { payment_id: id }, error);
      });
    await Promise.race([asked, pause(PATIENCE_MS, undefined, { ref: false })]);
    return this.toView(await this.need(userId, id));
  }

  async list(request: ActorPageRequest): Promise<PaymentPage> {
    return pageOf(
      await this.payments.list(request),
      request.limit,
      (row) => this.toView(row),
      (row) => ({ at: row.created_at_text, id: row.id }),
    );
  }

  private async need(userId: string, id: string): Promise<PaymentRow> {
    const row = await this.payments.find(userId, id);
    if (row === undefined) throw new DomainError('not_found');
    return row;
  }

  private toView(row: PaymentRow): PaymentView {
    const payment_session_id = row.open ? row.payment_session_id : null;
    return {
      id: row.id,
      status: row.status,
      plan_type: row.plan_type,
      amount: row.amount,
      currency: 'INR',
      cashfree_order_id: row.cashfree_order_id,
      payment_session_id,
      checkout: checkoutOf(payment_session_id, this.config),
      subscription_id: row.subscription_id,
      refunded_amount: row.refunded_amount,
      expires_at: row.expires_at.toISOString(),
      created_at: row.created_at.toISOString(),
    };
  }
}
