import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { v5 as derivedId } from 'uuid';
import { BillingConfig } from '../billing.config.js';
import { parseOrder, parsePayment, parseRefund } from './cashfree-answers.js';
import { CashfreeError } from './cashfree-error.js';
import { CashfreeClient, type CashfreeRequest } from './cashfree.client.js';
import { orderBody } from './order-body.js';
import {
  PaymentProvider,
  type OrderToOpen,
  type ProviderOrder,
  type ProviderPayment,
  type ProviderRefund,
  type RefundToAsk,
} from './payment-provider.js';

/** For keys that are derived from what they are about: any UUID that nothing else derives from. */
const KEYS = '019ab0c4-7d0e-7c1a-9a52-6f0c52f3b1d4';

/** Cashfree PG 2025-01-01 as the place where money is taken. */
@Injectable()
export class CashfreeProvider extends PaymentProvider {
  private readonly log = new Logger(CashfreeProvider.name);

  constructor(
    private readonly client: CashfreeClient,
    private readonly config: BillingConfig,
  ) {
    super();
  }

  async openOrder(order: OrderToOpen): Promise<ProviderOrder> {
    const { order_id, idempotency_key } = order;
    const body = orderBody(order, this.config.PUBLIC_BASE_URL);
    try {
      return parseOrder(
        await this.client.ask({
          call: 'create_order',
          method: 'POST',
          path: '/orders',
          body,
          idempotency_key,
        }),
      );
    } catch (error) {
      // The answer to an earlier try was lost, or came while this one was made.
      const isThere = statusOf(error) === 409 || statusOf(error) === 422;
      const known = isThere ? await this.findOrder(order_id) : undefined;
      if (known === undefined) throw this.unavailable('create_order', error);
      return known;
    }
  }

  async findOrder(orderId: string): Promise<ProviderOrder | undefined> {
    const path = `/orders/${encodeURIComponent(orderId)}`;
    const answer = await this.ask({ call: 'get_order', method: 'GET', path }, [404]);
    return answer === undefined ? undefined : parseOrder(answer);
  }

  async endOrder(orderId: string): Promise<ProviderOrder | undefined> {
    const path = `/orders/${encodeURIComponent(orderId)}`;
    const body = { order_status: 'TERMINATED' };
    const answer = await this.ask({ call: 'end_order', method: 'PATCH', path, body }, [400, 404, 409]);
    return answer === undefined ? undefined : parseOrder(answer);
  }

  async listPayments(orderId: string): Promise<ProviderPayment[]> {
    const path = `/orders/${encodeURIComponent(orderId)}/payments`;
    const answer = await this.ask({ call: 'get_payments', method: 'GET', path }, [404]);
    const payments = Array.isArray(answer) ? answer.map(parsePayment) : [];
    // One without an id could not be told from the next one, and so would be counted once too few or too often.
    return payments.filter(({ cf_payment_id }) => cf_payment_id !== '');
  }

  async askRefund({ order_id, refund_id, amount, note }: RefundToAsk): Promise<ProviderRefund | undefined> {
    const path = `/orders/${encodeURIComponent(order_id)}/refunds`;
    const body = { refund_id, refund_amount: Number(amount), refund_note: note, refund_speed: 'STANDARD' };
    // The id is what makes a refund one; the key is derived from it, so a retry cannot refund twice.
    const idempotency_key = derivedId(refund_id, KEYS);
    try {
      return parseRefund(
        await this.client.ask({ call: 'create_refund', method: 'POST', path, body, idempotency_key }),
      );
    } catch (error) {
      if (statusOf(error) === 409 || statusOf(error) === 422) return this.findRefund(order_id, refund_id);
      if (statusOf(error) === 400 || statusOf(error) === 404) return undefined;
      throw this.unavailable('create_refund', error);
    }
  }

  async findRefund(orderId: string, refundId: string): Promise<ProviderRefund | undefined> {
    const path = `/orders/${encodeURIComponent(orderId)}/refunds/${encodeURIComponent(refundId)}`;
    const answer = await this.ask({ call: 'get_refund', method: 'GET', path }, [404]);
    return answer === undefined ? undefined : parseRefund(answer);
  }

  async listRefunds(orderId: string): Promise<ProviderRefund[]> {
    const path = `/orders/${encodeURIComponent(orderId)}/refunds`;
    const answer = await this.ask({ call: 'get_refund', method: 'GET', path }, [404]);
    const refunds = Array.isArray(answer) ? answer.map(parseRefund) : [];
    return refunds.filter(({ cf_refund_id }) => cf_refund_id !== '');
  }

  /** @param absent statuses that mean that there is nothing */
  private async ask(request: CashfreeRequest, absent: readonly number[]): Promise<unknown> {
    try {
      return await this.client.ask(request);
    } catch (error) {
      if (absent.includes(statusOf(error))) return undefined;
      throw this.unavailable(request.call, error);
    }
  }

  private unavailable(call: string, cause: unknown): DomainError {
    this.log.warn('payment provider failed', { call }, cause);
    const detail = 'The payment provider is not answering. Nothing was charged. Try again in a minute.';
    return new DomainError('payment_provider_unavailable', detail, {}, { cause });
  }
}

const statusOf = (error: unknown): number => (error instanceof CashfreeError ? error.status : 0);
