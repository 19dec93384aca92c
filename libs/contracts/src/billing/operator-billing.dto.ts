import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { OperatorRequest } from '../actor.js';
import type { PaymentStatus } from '../enums/payment-status.js';
import type { PlanType } from '../enums/plan-type.js';
import { IsPlainLine, MayBeLeftOut, type Amount, type Instant } from '../fields.js';
import { PageQuery, type Page } from '../pagination.js';
import type { RefundView } from './receipt.dto.js';
import type { SubscriptionView } from './subscription.dto.js';

const AMOUNT_PATTERN = /^\d{1,6}\.\d{2}$/;

/** Which orders an operator wants to see. */
export class OrdersQuery extends PageQuery {
  /** `open`: only those that a human should look at. */
  @MayBeLeftOut()
  @IsIn(['open', 'any'])
  review: 'open' | 'any' = 'any';

  /** The order of this id, from a mail or the provider's dashboard. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(45)
  cashfree_order_id?: string;
}

export class ListOrdersRequest extends OrdersQuery {
  @IsUUID('loose')
  operator_id!: string;
}

/** An order, without its payer: their name and address are not for operators. */
export class OrderSummaryView {
  payment_id!: string;
  cashfree_order_id!: string;
  /** null when the payer has deleted their account. */
  user_id!: string | null;
  /** null when the payer has deleted their account. */
  status!: PaymentStatus | null;
  plan_type!: PlanType;
  amount!: Amount;
  currency!: 'INR';
  /** How the provider last said that it stands. */
  provider_status!: string | null;
  /** Why a human should look, or should have looked, at it. */
  review_reason!: string | null;
  /** When that was settled. */
  reviewed_at!: Instant | null;
  refunded_amount!: Amount;
  created_at!: Instant;
}

export class OrderPage implements Page<OrderSummaryView> {
  items!: OrderSummaryView[];
  next_cursor!: string | null;
}

/** One try to pay an order. */
export class AttemptView {
  cf_payment_id!: string;
  status!: string;
  amount!: Amount | null;
  currency!: string | null;
  /** What the bank said. */
  message!: string | null;
  payment_group!: string | null;
  bank_reference!: string | null;
  paid_at!: Instant | null;
  seen_at!: Instant;
}

/** A webhook that was taken in, without its words. */
export class WebhookView {
  id!: string;
  event_type!: string | null;
  status!: 'received' | 'processed' | 'ignored' | 'stale' | 'quarantined' | 'failed';
  reason!: string | null;
  /** How often the same one came. */
  receipts!: number;
  cashfree_order_id!: string | null;
  sent_at!: Instant;
  received_at!: Instant;
  processed_at!: Instant | null;
}

/** Everything that is known of an order. */
export class OrderView extends OrderSummaryView {
  cf_order_id!: string | null;
  expires_at!: Instant;
  /** When the provider is asked next; null when it is not. */
  next_check_at!: Instant | null;
  user_deleted_at!: Instant | null;
  /** The pass it bought. */
  subscription!: SubscriptionView | null;
  attempts!: AttemptView[];
  refunds!: RefundView[];
  webhooks!: WebhookView[];
}

/** Why an operator does what they do. It outlives the people it is about, so it names none. */
export class DeedBody {
  @IsPlainLine({ min: 3, max: 200 })
  reason!: string;
}

/** Pays money back. */
export class RefundBody extends DeedBody {
  /** Rupees with two decimals; everything that is left unless told. A full refund ends the pass. */
  @MayBeLeftOut()
  @Matches(AMOUNT_PATTERN, { message: '$property must be an amount such as 49.00' })
  amount?: string;
}

/** Settles a review. */
export class ResolveReviewBody extends DeedBody {
  /** `dismiss`: nothing is to be done. `grant`: the pass is given although the payment did not match. */
  @IsIn(['dismiss', 'grant'])
  resolution!: 'dismiss' | 'grant';
}

export class OrderRequest extends OperatorRequest {
  /** Of the payment. */
  @IsUUID('loose')
  id!: string;
}

export class OrderDeedRequest extends DeedBody {
  @IsUUID('loose')
  operator_id!: string;

  /** Of the payment, or of the webhook. */
  @IsUUID('loose')
  id!: string;
}

export class RefundPaymentRequest extends RefundBody {
  @IsUUID('loose')
  operator_id!: string;

  @IsUUID('loose')
  id!: string;

  @MayBeLeftOut()
  @Matches(/^[\x20-\x7e]{1,255}$/)
  idempotency_key?: string;
}

export class ResolveReviewRequest extends ResolveReviewBody {
  @IsUUID('loose')
  operator_id!: string;

  @IsUUID('loose')
  id!: string;
}

/** Which webhooks an operator wants to see. */
export class WebhooksQuery extends PageQuery {
  @MayBeLeftOut()
  @IsIn(['received', 'processed', 'ignored', 'stale', 'quarantined', 'failed'])
  status?: WebhookView['status'];
}

export class ListWebhooksRequest extends WebhooksQuery {
  @IsUUID('loose')
  operator_id!: string;
}

export class WebhookPage implements Page<WebhookView> {
  items!: WebhookView[];
  next_cursor!: string | null;
}
