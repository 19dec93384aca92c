import { IsIn, IsISO8601, Matches } from 'class-validator';
import { PHONE_PATTERN } from '../auth/profile.dto.js';
import { PaymentStatus } from '../enums/payment-status.js';
import { PlanType } from '../enums/plan-type.js';
import { MayBeLeftOut, type Amount, type Instant } from '../fields.js';
import { IdempotentRequest } from '../idempotency.js';
import type { Page } from '../pagination.js';

/** Opens an order for a pass. Amount and length come from the plan, never from the client. */
export class CreatePaymentBody {
  @IsIn(Object.values(PlanType))
  plan_type!: PlanType;

  /** For the payment provider; the profile's number unless told. */
  @MayBeLeftOut()
  @Matches(PHONE_PATTERN)
  phone_number?: string;
}

export class CreatePaymentRequest extends IdempotentRequest {
  @IsIn(Object.values(PlanType))
  plan_type!: PlanType;

  @MayBeLeftOut()
  @Matches(PHONE_PATTERN)
  phone_number?: string;

  /** When the request arrived: whoever asks twice before the first answer means one order. Since 0.2. */
  @MayBeLeftOut()
  @IsISO8601()
  requested_at?: Instant;
}

/** How to open the payment provider's page. */
export class CheckoutView {
  mode!: 'sandbox' | 'production';
  /** Address of the provider's script. */
  js_url!: string;
  /** A page to open directly, where the provider has one. */
  url?: string;
}

/** A payment for one pass. It stays `success` after a refund. */
export class PaymentView {
  id!: string;
  status!: PaymentStatus;
  plan_type!: PlanType;
  amount!: Amount;
  currency!: 'INR';
  cashfree_order_id!: string;
  /** Hand it to the provider's script; null once the order cannot be paid any more. */
  payment_session_id!: string | null;
  checkout!: CheckoutView;
  /** The pass it bought. */
  subscription_id!: string | null;
  /** What of it has gone back. */
  refunded_amount!: Amount;
  expires_at!: Instant;
  created_at!: Instant;
}

export class PaymentPage implements Page<PaymentView> {
  items!: PaymentView[];
  next_cursor!: string | null;
}
