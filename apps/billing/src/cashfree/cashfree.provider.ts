import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { BillingConfig } from '../billing.config.js';
import { parseOrder, parsePayment } from './cashfree-answers.js';
import {
  PaymentProvider,
  type OrderToOpen,
  type ProviderOrder,
  type ProviderPayment,
} from './payment-provider.js';

const TIME_LIMIT_MS = 4000;
const TRIES = 2;
const PAUSE_MS = 200;

/** Cashfree PG 2025-01-01 over HTTP: five calls do not need a 70 MB SDK (docs/decisions). */
@Injectable()
export class CashfreeProvider extends PaymentProvider {
  private readonly log = new Logger(CashfreeProvider.name);

  constructor(private readonly config: BillingConfig) {
    super();
  }

  async openOrder({
    order_id,
    idempotency_key,
    amount,
    expires_at,
    customer,
    note,
  }: OrderToOpen): Promise<ProviderOrder> {
    const answer = await this.ask('POST', '/orders', {
      idempotency_key,
      body: {
        order_id,
        order_amount: Number(amount),
        order_currency: 'INR',
        order_expiry_time: expires_at.toISOString(),
        order_note: note,
        customer_details: {
          customer_id: customer.id,
          ...(isAcceptedName(customer.name) ? { customer_name: customer.name } : {}),
          customer_email: customer.email,
          customer_phone: customer.phone,
        },
        ...this.meta(),
      },
    });
    return parseOrder(answer);
  }

  async findOrder(orderId: string): Promise<ProviderOrder | undefined> {
    const answer = await this.ask('GET', `/orders/${encodeURIComponent(orderId)}`);
    return answer === undefined ? undefined : parseOrder(answer);
  }

  async listPayments(orderId: string): Promise<ProviderPayment[]> {
    const answer = await this.ask('GET', `/orders/${encodeURIComponent(orderId)}/payments`);
    return Array.isArray(answer) ? answer.map(parsePayment) : [];
  }

  /** Cashfree can reach us only over https; elsewhere the endpoint is set in its dashboard. */
  private meta(): object {
    const { PUBLIC_BASE_URL } = this.config;
    return PUBLIC_BASE_URL.startsWith('https:')
      ? { order_meta: { notify_url: `${PUBLIC_BASE_URL}/v1/webhooks/cashfree` } }
      : {};
  }

  /** @returns the parsed answer; undefined for 404 */
  private async ask(
    method: string,
    path: string,
    given: { idempotency_key?: string; body?: object } = {},
  ): Promise<unknown> {
    let failure: unknown;
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(PAUSE_MS);
      try {
        const answer = await this.send(method, path, given);
        if (answer.ok) return await answer.json();
        if (answer.status === 404) return undefined;
        failure = new Error(`Cashfree answered ${String(answer.status)}`);
        if (answer.status < 500 && answer.status !== 429) break;
      } catch (error) {
        failure = error;
      }
    }
    this.log.warn(
      'payment provider failed',
      { method, path: path.replace(/\/orders\/[^/]+/, '/orders/:id') },
      failure,
    );
    throw new DomainError(
      'payment_provider_unavailable',
      'The payment provider is not answering. Try again in a minute.',
      {},
      { cause: failure },
    );
  }

  private send(
    method: string,
    path: string,
    { idempotency_key, body }: { idempotency_key?: string; body?: object },
  ): Promise<Response> {
    return fetch(`${this.config.CASHFREE_BASE_URL}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      headers: {
        'content-type': 'application/json',
        'x-client-id': this.config.CASHFREE_CLIENT_ID,
        'x-client-secret': this.config.CASHFREE_CLIENT_SECRET,
        'x-api-version': this.config.CASHFREE_API_VERSION,
        ...(idempotency_key === undefined ? {} : { 'x-idempotency-key': idempotency_key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** Cashfree wants three characters or more, and can do without a name. */
const isAcceptedName = (name: string): boolean => name.length >= 3 && name.length <= 100;
