import { Injectable, Logger } from '@nestjs/common';
import type { CreatePaymentRequest } from '@saathi/contracts';
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { BillingConfig } from '../billing.config.js';
import { PaymentProvider } from '../cashfree/payment-provider.js';
import { Plans } from '../plans/plans.js';
import { nextCheckAt } from '../reconciliation/next-check.js';
import { PaymentsRepository } from './payments.repository.js';
import type { PaymentRow } from './payments.sql.js';

/** Cashfree wants more than 15 minutes. */
const ORDER_LIFE_MS = 30 * 60_000;
/** Cashfree wants a phone number; its documents allow a made-up one for those who gave none. */
const NO_PHONE = '9999999999';

/** Orders: written down first, then opened at the provider, again and again until it answers. */
@Injectable()
export class Orders {
  private readonly log = new Logger(Orders.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly provider: PaymentProvider,
    private readonly plans: Plans,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Writes down an order at today's price, or finds the one that this request made before.
   * @returns its id
   * @throws DomainError `idempotency_key_reused`, `rate_limited`
   */
  findOrAdd(request: CreatePaymentRequest): Promise<string> {
    const { user_id, plan_type, phone_number, idempotency_key, requested_at = null } = request;
    const id = newId();
    const created_at = new Date();
    const expires_at = new Date(created_at.getTime() + ORDER_LIFE_MS);
    const { RECONCILE_INTERVAL_SECONDS } = this.config;
    return this.payments.findOrAdd({
      id,
      user_id,
      cashfree_order_id: `saathi_${id.replaceAll('-', '')}`,
      plan: this.plans.of(plan_type),
      idempotency_key: idempotency_key ?? null,
      request_hash: digestOf([plan_type, phone_number ?? null]),
      expires_at,
      requested_at,
      next_check_at: nextCheckAt({ created_at, expires_at }, RECONCILE_INTERVAL_SECONDS, created_at),
    });
  }

  /** @throws DomainError `payment_provider_unavailable` */
  async openAtProvider(
    payment: PaymentRow,
    payer: { name: string; email: string; phone_number: string | null },
    phone: string | undefined,
  ): Promise<void> {
    const fresh = new Date(Date.now() + ORDER_LIFE_MS);
    await this.payments.extend(payment.id, fresh);
    const isLate = payment.expires_at.getTime() < Date.now() + 20 * 60_000;
    const order = await this.provider.openOrder({
      order_id: payment.cashfree_order_id,
      idempotency_key: payment.id,
      amount: payment.amount,
      expires_at: isLate ? fresh : payment.expires_at,
      customer: {
        id: payment.user_id.replaceAll('-', ''),
        name: payer.name,
        email: payer.email,
        phone: phone ?? payer.phone_number ?? NO_PHONE,
      },
      note: `Saathi ${payment.plan_type} pass`,
    });
    await this.payments.markOpened(payment.id, order);
    this.log.log('order opened', { payment_id: payment.id, plan_type: payment.plan_type });
  }
}

const digestOf = (request: readonly unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(request)).digest();
