import type { Amount } from '@saathi/contracts';

/** An order to be opened at the provider. */
export interface OrderToOpen {
  readonly order_id: string;
  /** A repeated request with the same key opens nothing twice. */
  readonly idempotency_key: string;
  readonly amount: Amount;
  readonly expires_at: Date;
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly note: string;
}

/** An order as the provider has it. */
export interface ProviderOrder {
  readonly cf_order_id: string;
  readonly order_status: string;
  readonly order_amount: number;
  readonly order_currency: string;
  readonly payment_session_id: string | null;
}

/** One try to pay an order. */
export interface ProviderPayment {
  readonly cf_payment_id: string;
  readonly payment_status: string;
  readonly payment_amount: number;
  readonly payment_currency: string;
  readonly message: string | null;
  /** How it was paid: `upi`, `credit_card`, … */
  readonly payment_group: string | null;
  readonly bank_reference: string | null;
  readonly paid_at: Date | null;
}

/** A refund to be asked for. */
export interface RefundToAsk {
  readonly order_id: string;
  readonly refund_id: string;
  readonly amount: Amount;
  readonly note: string;
}

/** A refund as the provider has it. */
export interface ProviderRefund {
  readonly refund_id: string;
  readonly cf_refund_id: string;
  readonly cf_payment_id: string | null;
  readonly refund_amount: number;
  readonly refund_currency: string;
  readonly refund_status: string;
  readonly refund_type: string;
}

/** Where money is taken. All methods throw DomainError `payment_provider_unavailable` when it does not answer. */
export abstract class PaymentProvider {
  abstract openOrder(order: OrderToOpen): Promise<ProviderOrder>;
  /** @returns undefined when the provider knows no such order */
  abstract findOrder(orderId: string): Promise<ProviderOrder | undefined>;
  /** Ends an order that nobody has paid, so that nobody can. @returns undefined when it cannot be ended */
  abstract endOrder(orderId: string): Promise<ProviderOrder | undefined>;
  abstract listPayments(orderId: string): Promise<ProviderPayment[]>;
  /** @returns undefined when the provider refuses it for good */
  abstract askRefund(refund: RefundToAsk): Promise<ProviderRefund | undefined>;
  /** @returns undefined when the provider knows no such refund */
  abstract findRefund(orderId: string, refundId: string): Promise<ProviderRefund | undefined>;
  /** All refunds of an order, whoever made them. */
  abstract listRefunds(orderId: string): Promise<ProviderRefund[]>;
}
