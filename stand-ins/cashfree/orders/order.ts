export type PaymentStatus = 'SUCCESS' | 'FAILED' | 'USER_DROPPED';

/** One try to pay an order. */
export interface Attempt {
  readonly cf_payment_id: string;
  readonly payment_status: PaymentStatus;
  readonly bank_reference: string;
  readonly at: number;
  /** Made when the order was over: the order stays unpaid, and the money goes back. */
  readonly late?: boolean;
}

export type RefundStatus = 'PENDING' | 'SUCCESS' | 'FAILED';

export interface Refund {
  readonly cf_refund_id: string;
  readonly cf_payment_id: string;
  readonly refund_id: string;
  readonly refund_amount: number;
  readonly refund_note: string | null;
  readonly refund_speed: string;
  readonly refund_status: RefundStatus;
  readonly refund_type: 'MERCHANT_INITIATED' | 'PAYMENT_AUTO_REFUND';
  readonly created_at: number;
  readonly processed_at: number | undefined;
}

export interface CustomerDetails {
  readonly customer_id: string;
  readonly customer_name: string | null;
  readonly customer_email: string | null;
  readonly customer_phone: string;
}

export interface OrderMeta {
  readonly return_url: string | null;
  readonly notify_url: string | null;
  readonly payment_methods: string | null;
}

/** What a merchant asks for when an order is made. */
export interface OrderRequest {
  readonly order_id: string;
  readonly order_amount: number;
  readonly order_currency: string;
  readonly order_note: string | null;
  readonly order_tags: Readonly<Record<string, string>> | null;
  readonly customer_details: CustomerDetails;
  readonly order_meta: OrderMeta;
  /** Milliseconds since 1970. */
  readonly expires_at: number;
}

export interface Order extends OrderRequest {
  readonly cf_order_id: string;
  readonly payment_session_id: string;
  readonly created_at: number;
  /** Ended by the merchant. */
  readonly terminated?: boolean;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
}

export type OrderStatus = 'ACTIVE' | 'PAID' | 'EXPIRED' | 'TERMINATED';

/** A paid order stays paid; an unpaid one ends by itself when its time is over. */
export const statusOf = (order: Order, now: number): OrderStatus => {
  if (successOf(order) !== undefined) return 'PAID';
  if (order.terminated === true) return 'TERMINATED';
  return now >= order.expires_at ? 'EXPIRED' : 'ACTIVE';
};

/** The attempt that paid the order. */
export const successOf = (order: Order): Attempt | undefined =>
  order.attempts.find(({ payment_status, late }) => payment_status === 'SUCCESS' && late !== true);
