import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  pageOf,
  type ActorPageRequest,
  type CheckoutView,
  type CreatePaymentRequest,
  type PaymentPage,
  type PaymentView,
} from '@saathi/contracts';
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { BillingConfig } from '../billing.config.js';
import { PaymentProvider } from '../cashfree/payment-provider.js';
import { Plans } from '../plans/plans.js';
import { GrantsService } from './grants.service.js';
import { PaymentsRepository } from './payments.repository.js';
import type { PaymentRow } from './payments.sql.js';

/** Cashfree wants more than 15 minutes. */
const ORDER_LIFE_MS = 30 * 60_000;
/** A pending payment is asked about when a client looks, but not for every look. */
const FRESH_SECONDS = 3;
/** Cashfree wants a phone number; its documents allow a made-up one for those who gave none. */
const NO_PHONE = '9999999999';

/** Payments as their payer sees them. */
@Injectable()
export class PaymentsService {
  private readonly log = new Logger(PaymentsService.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly provider: PaymentProvider,
    private readonly grants: GrantsService,
    private readonly plans: Plans,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Opens an order. Sent again with the same key, the same order.
   * @throws DomainError `not_found`, `payment_provider_unavailable`, `idempotency_key_reused`
   */
  async create(request: CreatePaymentRequest): Promise<PaymentView> {
    const { user_id } = request;
    const payer = await this.payments.findPayer(user_id);
    if (payer === undefined) throw new DomainError('not_found');
    const payment = await this.findOrOpen(request);
    if (payment.payment_session_id === null && payment.open) {
      const order = await this.provider.openOrder({
        order_id: payment.cashfree_order_id,
        idempotency_key: payment.id,
        amount: payment.amount,
        expires_at: payment.expires_at,
        customer: {
          id: user_id.replaceAll('-', ''),
          name: payer.name,
          email: payer.email,
          phone: request.phone_number ?? payer.phone_number ?? NO_PHONE,
        },
        note: `Saathi ${payment.plan_type} pass`,
      });
      await this.payments.markOpened(payment.id, order);
      this.log.log('order opened', { payment_id: payment.id, plan_type: payment.plan_type });
    }
    return this.toView(await this.need(user_id, payment.id));
  }

  /** A payment as it stands; a pending one is asked about first. @throws DomainError `not_found` */
  async get(userId: string, id: string): Promise<PaymentView> {
    const payment = await this.need(userId, id);
    if (payment.status === 'success' || (payment.checked_ago ?? Infinity) < FRESH_SECONDS)
      return this.toView(payment);
    try {
      await this.grants.reconcile(payment.cashfree_order_id);
    } catch (error) {
      // What is known is shown; the sweep asks again.
      this.log.warn('payment could not be checked', { payment_id: id }, error);
    }
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

  private async findOrOpen(request: CreatePaymentRequest): Promise<PaymentRow> {
    const { user_id, plan_type, phone_number, idempotency_key = null } = request;
    const request_hash = createHash('sha256')
      .update(JSON.stringify([plan_type, phone_number ?? null]))
      .digest();
    const known = async (): Promise<PaymentRow | undefined> => {
      const found =
        idempotency_key === null
          ? undefined
          : await this.payments.findByKey(user_id, idempotency_key, request_hash);
      if (found?.same === false) throw new DomainError('idempotency_key_reused');
      return found === undefined ? undefined : this.need(user_id, found.payment_id);
    };
    const earlier = await known();
    if (earlier !== undefined) return earlier;
    const id = newId();
    const opened = await this.payments.open({
      id,
      user_id,
      cashfree_order_id: `saathi_${id.replaceAll('-', '')}`,
      plan: this.plans.of(plan_type),
      idempotency_key,
      request_hash,
      expires_at: new Date(Date.now() + ORDER_LIFE_MS),
    });
    return opened ? this.need(user_id, id) : ((await known()) ?? this.need(user_id, id));
  }

  private async need(userId: string, id: string): Promise<PaymentRow> {
    const row = await this.payments.find(userId, id);
    if (row === undefined) throw new DomainError('not_found');
    return row;
  }

  private toView(row: PaymentRow): PaymentView {
    const session = row.open ? row.payment_session_id : null;
    return {
      id: row.id,
      status: row.status,
      plan_type: row.plan_type,
      amount: row.amount,
      currency: 'INR',
      cashfree_order_id: row.cashfree_order_id,
      payment_session_id: session,
      checkout: this.checkout(session),
      subscription_id: row.subscription_id,
      expires_at: row.expires_at.toISOString(),
      created_at: row.created_at.toISOString(),
    };
  }

  private checkout(paymentSessionId: string | null): CheckoutView {
    const { CASHFREE_JS_URL, CASHFREE_BASE_URL, CASHFREE_CHECKOUT_URL } = this.config;
    const mode = CASHFREE_BASE_URL.startsWith('https://api.cashfree.com') ? 'production' : 'sandbox';
    if (CASHFREE_CHECKOUT_URL === undefined || paymentSessionId === null)
      return { mode, js_url: CASHFREE_JS_URL };
    const url = CASHFREE_CHECKOUT_URL.replace('{payment_session_id}', paymentSessionId);
    return { mode, js_url: CASHFREE_JS_URL, url };
  }
}
