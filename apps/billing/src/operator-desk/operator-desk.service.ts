import { Injectable } from '@nestjs/common';
import {
  DomainError,
  OperatorActionKind,
  pageOf,
  type ListOrdersRequest,
  type ListWebhooksRequest,
  type OrderDeedRequest,
  type OrderPage,
  type OrderView,
  type RefundPaymentRequest,
  type ResolveReviewRequest,
  type WebhookPage,
} from '@saathi/contracts';
import { GrantsService } from '../grants/grants.service.js';
import { RefundsRepository } from '../refunds/refunds.repository.js';
import { RefundsService } from '../refunds/refunds.service.js';
import { toRefundView } from '../refunds/refund-view.js';
import { OperatorDeskRepository } from './operator-desk.repository.js';
import type { OrderRow } from './operator-desk.sql.js';
import { OrderEnding } from './order-ending.js';
import { toAttempt, toPass, toSummary, toWebhook } from './order-views.js';

/** What operators see of orders and do about them. Every deed is written down with it. */
@Injectable()
export class OperatorDeskService {
  constructor(
    private readonly desk: OperatorDeskRepository,
    private readonly refunds: RefundsService,
    private readonly refundRows: RefundsRepository,
    private readonly grants: GrantsService,
    private readonly ending: OrderEnding,
  ) {}

  async list(request: ListOrdersRequest): Promise<OrderPage> {
    const rows = await this.desk.list(request);
    return pageOf(rows, request.limit, toSummary, ({ created_at_text, payment_id }) => ({
      at: created_at_text,
      id: payment_id,
    }));
  }

  async listWebhooks(request: ListWebhooksRequest): Promise<WebhookPage> {
    const rows = await this.desk.listWebhooks(request);
    return pageOf(rows, request.limit, toWebhook, ({ received_at_text, id }) => ({
      at: received_at_text,
      id,
    }));
  }

  /** @throws DomainError `not_found` */
  async get(id: string): Promise<OrderView> {
    const row = await this.need(id);
    const { cashfree_order_id, subscription_id } = row;
    const [attempts, refunds, webhooks, pass] = await Promise.all([
      this.desk.listAttempts(cashfree_order_id),
      this.refundRows.listOfOrder(cashfree_order_id),
      this.desk.webhooksOf(cashfree_order_id),
      subscription_id === null ? undefined : this.desk.findPass(subscription_id),
    ]);
    return {
      ...toSummary(row),
      cf_order_id: row.cf_order_id,
      expires_at: row.expires_at.toISOString(),
      next_check_at: row.next_check_at?.toISOString() ?? null,
      user_deleted_at: row.user_deleted_at?.toISOString() ?? null,
      subscription: pass === undefined ? null : toPass(pass),
      attempts: attempts.map(toAttempt),
      refunds: refunds.map(toRefundView),
      webhooks: webhooks.map(toWebhook),
    };
  }

  /** @throws DomainError `not_found`, `validation_failed` for more than is left, `idempotency_key_reused` */
  async refund(request: RefundPaymentRequest): Promise<OrderView> {
    const { cashfree_order_id } = await this.need(request.id);
    const { operator_id, reason, amount, idempotency_key, id } = request;
    const deed = { operator_id, reason, payment_id: id, cashfree_order_id };
    await this.refunds.request({ ...deed, amount, idempotency_key });
    return this.get(id);
  }

  /** @throws DomainError `not_found`, `validation_failed` when it cannot be ended, `payment_provider_unavailable` */
  async cancel(request: OrderDeedRequest): Promise<OrderView> {
    await this.ending.end(await this.need(request.id));
    await this.desk.record(OperatorActionKind.OrderCancelled, request, request.id);
    return this.get(request.id);
  }

  /** Ends the pass without paying anything back. @throws DomainError `not_found` */
  async revoke(request: OrderDeedRequest): Promise<OrderView> {
    const { cashfree_order_id } = await this.need(request.id);
    this.refunds.tellEnded(await this.refundRows.revoke(cashfree_order_id, request.id, request));
    return this.get(request.id);
  }

  /** Asks the provider now. @throws DomainError `not_found`, `payment_provider_unavailable` */
  async check(request: OrderDeedRequest): Promise<OrderView> {
    await this.ending.check(await this.need(request.id));
    await this.desk.record(OperatorActionKind.OrderChecked, request, request.id);
    return this.get(request.id);
  }

  /** @throws DomainError `not_found`, `validation_failed` */
  async resolve(request: ResolveReviewRequest): Promise<OrderView> {
    const { cashfree_order_id } = await this.need(request.id);
    const grant = await this.desk.resolve(cashfree_order_id, request);
    if (grant !== undefined) this.grants.tellGranted(grant);
    return this.get(request.id);
  }

  private async need(id: string): Promise<OrderRow> {
    const row = await this.desk.find(id);
    if (row === undefined) throw new DomainError('not_found');
    return row;
  }
}
