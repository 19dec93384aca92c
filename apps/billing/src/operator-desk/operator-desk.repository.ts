import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainError,
  OperatorActionKind,
  type ListOrdersRequest,
  type ListWebhooksRequest,
  type ResolveReviewRequest,
} from '@saathi/contracts';
import { Database } from '@saathi/entities';
import { GrantsRepository, type Grant } from '../grants/grants.repository.js';
import { recordOperatorAction, type Deed } from '../operator-record/operator-record.repository.js';
import * as sql from './operator-desk.sql.js';

/** Orders and webhooks as operators see them, and what they decide about them. */
@Injectable()
export class OperatorDeskRepository {
  constructor(
    private readonly database: Database,
    private readonly grants: GrantsRepository,
  ) {}

  async find(paymentId: string): Promise<sql.OrderRow | undefined> {
    return this.database.row(sql.find, [paymentId]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ review, cashfree_order_id, limit, cursor }: ListOrdersRequest): Promise<sql.OrderRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const place = [after?.at ?? null, after?.id ?? null];
    return this.database.rows(sql.list, [
      ...[review === 'open', cashfree_order_id ?? null],
      ...place,
      limit + 1,
    ]);
  }

  async listAttempts(orderId: string): Promise<sql.AttemptRow[]> {
    return this.database.rows(sql.attempts, [orderId]);
  }

  async webhooksOf(orderId: string): Promise<sql.WebhookRow[]> {
    return this.database.rows(sql.webhooksOf, [orderId]);
  }

  async listWebhooks({ status, limit, cursor }: ListWebhooksRequest): Promise<sql.WebhookRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const values = [status ?? null, after?.at ?? null, after?.id ?? null, limit + 1];
    return this.database.rows(sql.listWebhooks, values);
  }

  async findPass(id: string): Promise<sql.PassRow | undefined> {
    return this.database.row(sql.pass, [id]);
  }

  /**
   * Settles a review.
   * @returns the pass that was granted by it
   * @throws DomainError `not_found` when there is none to settle; `validation_failed` when nothing can be granted
   */
  async resolve(orderId: string, request: ResolveReviewRequest): Promise<Grant | undefined> {
    const { id, resolution } = request;
    return this.database.transaction(async (transaction) => {
      const grant = resolution === 'grant' ? await this.grants.grantAnyway(transaction, orderId) : undefined;
      if (resolution === 'grant' && grant === undefined) throw nothingToGrant();
      const settled = await transaction.row(sql.settleReview, [id]);
      // A grant settles the review of its order by itself.
      if (settled === undefined && grant === undefined)
        throw new DomainError('not_found', 'Nothing is to be reviewed.');
      const kind = OperatorActionKind.ReviewResolved;
      await recordOperatorAction(transaction, kind, request, id, { resolution });
      return grant;
    });
  }

  /** Writes down what was done elsewhere: at the provider, or by asking it. */
  async record(kind: OperatorActionKind, deed: Deed, paymentId: string): Promise<void> {
    await recordOperatorAction(this.database, kind, deed, paymentId);
  }
}

const nothingToGrant = (): DomainError => {
  const message = 'nothing was paid, or it has bought its pass already';
  return new DomainError('validation_failed', `There is nothing to grant: ${message}.`, {
    errors: [{ path: 'resolution', message }],
  });
};
