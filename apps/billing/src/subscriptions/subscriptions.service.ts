import { Injectable } from '@nestjs/common';
import {
  DomainError,
  pageOf,
  type ActorPageRequest,
  type SubscriptionPage,
  type SubscriptionView,
} from '@saathi/contracts';
import { SubscriptionsRepository, type SubscriptionRow } from './subscriptions.repository.js';

/** The passes of a person. */
@Injectable()
export class SubscriptionsService {
  constructor(private readonly subscriptions: SubscriptionsRepository) {}

  /** @throws DomainError `not_found` when none runs */
  async getCurrent(userId: string): Promise<SubscriptionView> {
    const row = await this.subscriptions.findCurrent(userId);
    if (row === undefined) throw new DomainError('not_found', 'No pass runs now.');
    return toView(row);
  }

  async list(request: ActorPageRequest): Promise<SubscriptionPage> {
    return pageOf(await this.subscriptions.list(request), request.limit, toView, (row) => ({
      at: row.created_at_text,
      id: row.id,
    }));
  }
}

const toView = ({
  id,
  plan_type,
  amount,
  start_date,
  end_date,
  active,
}: SubscriptionRow): SubscriptionView => ({
  id,
  plan_type,
  amount,
  currency: 'INR',
  start_date: start_date.toISOString(),
  end_date: end_date.toISOString(),
  active,
});
