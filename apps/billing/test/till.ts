import type { INestMicroservice } from '@nestjs/common';
import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import {
  startCashfreeStandIn,
  type CashfreeStandIn,
  type CashfreeStandInOptions,
} from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { AppModule } from '../src/app.module.js';
import { BillingConfig } from '../src/billing.config.js';
import { Customer } from './customer.js';
import { openDoor, type Door } from './door.js';

const GENEROUS = {
  create_order: 100_000,
  get_order: 100_000,
  get_payments: 100_000,
  create_refund: 100_000,
  get_refund: 100_000,
};

/** Everything that money goes through, over HTTP: a gateway, two replicas of billing, and Cashfree's stand-in. */
export class Till {
  private billings: INestMicroservice[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly nats: TestNats,
    readonly cashfree: CashfreeStandIn,
    private readonly door: Door,
  ) {}

  static async open(cashfreeOptions: CashfreeStandInOptions = {}): Promise<Till> {
    const [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
    const door = await openDoor(nats.environmentOf('gateway'));
    const cashfree = await startCashfreeStandIn({
      webhook_url: `${door.url}/v1/webhooks/cashfree`,
      limits: GENEROUS,
      retry_seconds: [0.3, 0.5, 1, 2],
      refund_ms: 50,
      ...cashfreeOptions,
    });
    const till = new Till(database, nats, cashfree, door);
    await till.startBilling();
    return till;
  }

  get url(): string {
    return this.door.url;
  }

  /** Two replicas. */
  async startBilling(more: Record<string, string> = {}): Promise<void> {
    const config = loadConfig(BillingConfig, {
      LOG_LEVEL: 'silent',
      CASHFREE_CLIENT_ID: 'stand-in',
      CASHFREE_CLIENT_SECRET: 'stand-in-secret',
      CASHFREE_WEBHOOK_SECRETS: 'a-newer-secret,stand-in-secret',
      CASHFREE_BASE_URL: this.cashfree.base_url,
      PUBLIC_BASE_URL: this.url,
      RECONCILE_INTERVAL_SECONDS: '1',
      SWEEP_INTERVAL_SECONDS: '1',
      ...this.database.environmentOf('billing'),
      ...this.nats.environmentOf('billing'),
      ...more,
    });
    this.billings = await Promise.all(
      ['one', 'two'].map(async () => {
        const service = await createService('billing', config, AppModule.with(config));
        await service.listen();
        return service;
      }),
    );
  }

  async stopBilling(): Promise<void> {
    await Promise.all(this.billings.map((service) => service.close()));
    this.billings = [];
  }

  async customer(): Promise<Customer> {
    const { id } = await create.user(this.database);
    const token = this.door.mint.token({ claims: { sub: id, sid: randomUUID() } });
    return new Customer(this, id, token);
  }

  /** The token of somebody who looks after the service. */
  async operator(): Promise<string> {
    const id = randomUUID();
    await this.database.rows('INSERT INTO operators (id, email) VALUES ($1, $2)', [id, `${id}@example.com`]);
    return this.door.mint.token({ claims: { aud: 'saathi-operators', sub: id, sid: randomUUID() } });
  }

  /** Asks one of the routes of the stand-in that are not Cashfree's. */
  async backstage(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(this.cashfree.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? undefined : answer.json();
  }

  async close(): Promise<void> {
    await this.stopBilling();
    await this.door.close();
    await Promise.all([this.database.drop(), this.nats.stop(), this.cashfree.close()]);
  }
}
