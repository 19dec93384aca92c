import { Injectable, Logger } from '@nestjs/common';
import { BillingConfig } from '../billing.config.js';
import { PaymentProvider, type ProviderOrder } from '../cashfree/payment-provider.js';
import { TokenBucket } from '../cashfree/token-bucket.js';
import { GrantsService } from '../grants/grants.service.js';
import { hasEnded, ListedPayments } from './listed-payments.service.js';
import { isTooOldToAppear, nextCheckAt } from './next-check.js';
import { ReconciliationRepository, type DueOrder } from './reconciliation.repository.js';

const PAID = 'PAID';
/** Leaves most of what Cashfree allows to those who are paying at this moment. */
const CALLS_PER_MINUTE = 50;
/** The order, and its payments if it is paid or over. */
const CALLS_PER_ORDER = 2;
const ORDERS_AT_ONCE = 20;

/** Asks the provider how orders stand: what webhooks should have told, and may not have. */
@Injectable()
export class ReconciliationService {
  private readonly log = new Logger(ReconciliationService.name);
  private readonly bucket = new TokenBucket(CALLS_PER_MINUTE);

  constructor(
    private readonly orders: ReconciliationRepository,
    private readonly provider: PaymentProvider,
    private readonly grants: GrantsService,
    private readonly payments: ListedPayments,
    private readonly config: BillingConfig,
  ) {}

  /**
   * Asks about one order, unless it was asked about a moment ago.
   * @throws DomainError `payment_provider_unavailable`
   */
  async lookAt(orderId: string, freshSeconds: number): Promise<void> {
    const order = await this.orders.claim(orderId, freshSeconds, false);
    if (order !== undefined) await this.check(order);
  }

  /** Asks about an order now, whatever is known of it. @throws DomainError `payment_provider_unavailable` */
  async askNow(orderId: string): Promise<void> {
    const order = await this.orders.claim(orderId, 0, true);
    if (order !== undefined) await this.check(order);
  }

  /** Asks about the orders whose time has come, as many as the limit allows. */
  async checkDue(): Promise<void> {
    const atMost = Math.min(ORDERS_AT_ONCE, Math.floor(this.bucket.available() / CALLS_PER_ORDER));
    if (atMost === 0) return;
    for (const order of await this.orders.takeDue(atMost)) {
      this.bucket.take();
      await this.check(order).catch((error: unknown) => {
        this.log.warn('order could not be checked', { order_id: order.cashfree_order_id }, error);
      });
    }
  }

  private async check(due: DueOrder): Promise<void> {
    const { cashfree_order_id: orderId } = due;
    const order = await this.provider.findOrder(orderId);
    const isPaid = order !== undefined && mayBePaid(order) && (await this.accept(orderId, order));
    const isOver = order === undefined ? isTooOldToAppear(due, new Date()) : hasEnded(order);
    if (isOver) await this.grants.failed(orderId);
    // One that has ended is asked about as well: a bank may make up its mind when nobody waits any more.
    const next = isPaid ? null : nextCheckAt(due, this.config.RECONCILE_INTERVAL_SECONDS, new Date());
    await this.orders.settle(orderId, order?.order_status ?? null, next);
  }

  private async accept(orderId: string, order: ProviderOrder): Promise<boolean> {
    this.bucket.take();
    return this.payments.accept(orderId, order);
  }
}

/** One that has ended says so although a bank was late and the money has come. */
const mayBePaid = (order: ProviderOrder): boolean => order.order_status === PAID || hasEnded(order);
