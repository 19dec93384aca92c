import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  billingRpc,
  CreatePaymentBody,
  IdParams,
  PageQuery,
  type PaymentPage,
  type PaymentView,
  type PlanView,
  type ReceiptView,
  type SubscriptionPage,
  type SubscriptionView,
} from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { ArrivedAt } from '../http/arrived-at.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Public } from '../http/public.decorator.js';

@Controller('v1')
export class BillingController {
  constructor(private readonly rpc: RpcClient) {}

  /** The passes one can buy. */
  @Public()
  @Get('plans')
  @Answers(billingRpc.listPlans)
  async listPlans(): Promise<PlanView[]> {
    return (await this.rpc.call(billingRpc.listPlans, {})).items;
  }

  /** Opens an order for a pass at the payment provider. */
  @Post('payments')
  @HttpCode(201)
  @Answers(billingRpc.createPayment)
  createPayment(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Body() body: CreatePaymentBody,
    @IdempotencyKey() key: { idempotency_key?: string },
    @ArrivedAt() requested_at: string,
  ): Promise<PaymentView> {
    return this.rpc.call(billingRpc.createPayment, { ...body, ...key, user_id, requested_at });
  }

  @Get('payments')
  @Answers(billingRpc.listPayments)
  listPayments(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<PaymentPage> {
    return this.rpc.call(billingRpc.listPayments, { ...query, user_id });
  }

  /** Where a payment stands. A pending one is asked about at the provider first. */
  @Get('payments/:id')
  @Answers(billingRpc.getPayment)
  getPayment(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<PaymentView> {
    return this.rpc.call(billingRpc.getPayment, { user_id, id });
  }

  /** What a receipt or a tax invoice is made of. */
  @Get('payments/:id/receipt')
  @Answers(billingRpc.getReceipt)
  getReceipt(@CurrentUser() { user_id }: CurrentUserClaims, @Param() { id }: IdParams): Promise<ReceiptView> {
    return this.rpc.call(billingRpc.getReceipt, { user_id, id });
  }

  @Get('subscriptions')
  @Answers(billingRpc.listSubscriptions)
  listSubscriptions(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Query() query: PageQuery,
  ): Promise<SubscriptionPage> {
    return this.rpc.call(billingRpc.listSubscriptions, { ...query, user_id });
  }

  /** The pass that runs now. */
  @Get('subscriptions/current')
  @Answers(billingRpc.getCurrentSubscription)
  getCurrentSubscription(@CurrentUser() { user_id }: CurrentUserClaims): Promise<SubscriptionView> {
    return this.rpc.call(billingRpc.getCurrentSubscription, { user_id });
  }
}
