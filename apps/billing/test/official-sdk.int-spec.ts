import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@saathi/platform';
import { Cashfree, CFEnvironment } from 'cashfree-pg';
import { randomUUID } from 'node:crypto';
import { startCashfreeStandIn, type CashfreeStandIn } from '../../../stand-ins/cashfree/cashfree-stand-in.js';
import { WebhookReceiver } from '../../../stand-ins/cashfree/test-merchant.js';
import { BillingConfig } from '../src/billing.config.js';
import { CashfreeClient } from '../src/cashfree/cashfree.client.js';
import { CashfreeProvider } from '../src/cashfree/cashfree.provider.js';
import { orderBody } from '../src/cashfree/order-body.js';
import type { OrderToOpen } from '../src/cashfree/payment-provider.js';
import { isSignedByOneOf } from '../src/cashfree/webhook-signature.js';

// Cashfree's own SDK against our stand-in, and our client beside it: what both send must be the same, and what the
// stand-in answers must suit both. docs/decisions/0021 says why the SDK is not what runs.

const receiver = new WebhookReceiver();
let cashfree: CashfreeStandIn;
let sdk: Cashfree;
let ours: CashfreeProvider;

beforeAll(async () => {
  cashfree = await startCashfreeStandIn({ webhook_url: await receiver.start(), refund_ms: 20 });
  // Unless the last one is false it tells Cashfree's Sentry of every error in this process.
  const none = undefined;
  sdk = new Cashfree(CFEnvironment.SANDBOX, 'stand-in', 'stand-in-secret', none, none, none, false);
  sdk.XApiVersion = '2025-01-01';
  Reflect.set(sdk, 'basePath', cashfree.base_url);
  const config = loadConfig(BillingConfig, {
    DATABASE_URL: 'postgres://unused',
    NATS_URL: 'nats://unused',
    CASHFREE_BASE_URL: cashfree.base_url,
    CASHFREE_CLIENT_ID: 'stand-in',
    CASHFREE_CLIENT_SECRET: 'stand-in-secret',
    CASHFREE_WEBHOOK_SECRETS: 'stand-in-secret',
    PUBLIC_BASE_URL: 'https://saathi.example',
  });
  ours = new CashfreeProvider(new CashfreeClient(config), config);
});

afterAll(async () => {
  await cashfree.close();
  await receiver.stop();
});

const orderNamed = (order_id: string): OrderToOpen => ({
  order_id,
  idempotency_key: randomUUID(),
  amount: '49.50',
  expires_at: new Date(Date.now() + 30 * 60_000),
  customer: { id: 'user1', name: 'Asha Rao', email: 'asha@example.com', phone: '9876543210' },
  note: 'Saathi daily pass',
});

const pay = async (payment_session_id: string | null | undefined): Promise<void> => {
  const page = `${cashfree.url}/checkout/${payment_session_id ?? ''}/pay`;
  expect((await fetch(page, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(200);
};

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** What a call looks like on the wire. */
const onTheWire = async (call: () => Promise<unknown>): Promise<Logged[]> => {
  await fetch(`${cashfree.url}/__log`, { method: 'DELETE' });
  await call();
  const { items } = (await (await fetch(`${cashfree.url}/__log`)).json()) as { items: Logged[] };
  return items.filter(({ path }) => path.startsWith('/pg/'));
};

/** Headers that Cashfree reads. */
const meant = ({ headers }: Logged): Record<string, string | undefined> => ({
  'x-client-id': headers['x-client-id'],
  'x-api-version': headers['x-api-version'],
  'content-type': headers['content-type']?.split(';')[0],
});

const compare = async (
  theirs: () => Promise<unknown>,
  mine: () => Promise<unknown>,
): Promise<[Logged | undefined, Logged | undefined]> => {
  const [[one], [other]] = [await onTheWire(theirs), await onTheWire(mine)];
  expect(other?.method).toBe(one?.method);
  if (one !== undefined && other !== undefined) expect(meant(other)).toMatchObject(meant(one));
  return [one, other];
};

describe('our client and the official SDK', () => {
  it('open an order in the same words', async () => {
    const [mine, theirs] = [orderNamed('order_ours'), orderNamed('order_theirs')];
    const body = orderBody(theirs, 'https://saathi.example') as Parameters<Cashfree['PGCreateOrder']>[0];
    const [one, other] = await compare(
      () => sdk.PGCreateOrder(body, undefined, theirs.idempotency_key),
      () => ours.openOrder(mine),
    );
    expect(other?.path).toBe(one?.path);
    expect({ ...(other?.body as object), order_id: 0, order_expiry_time: 0 }).toEqual({
      ...(one?.body as object),
      order_id: 0,
      order_expiry_time: 0,
    });
    expect(other?.headers['x-idempotency-key']).toBe(mine.idempotency_key);
    expect(one?.headers['x-idempotency-key']).toBe(theirs.idempotency_key);
  });

  it('read the same of an order, its payments and its refunds', async () => {
    const opened = await ours.openOrder(orderNamed('order_read'));
    await pay(opened.payment_session_id);
    const [{ data: order }, { data: payments }] = await Promise.all([
      sdk.PGFetchOrder('order_read'),
      sdk.PGOrderFetchPayments('order_read'),
    ]);
    expect(await ours.findOrder('order_read')).toEqual({
      cf_order_id: order.cf_order_id,
      order_status: order.order_status,
      order_amount: order.order_amount,
      order_currency: order.order_currency,
      payment_session_id: order.payment_session_id,
    });
    expect(await ours.listPayments('order_read')).toEqual(
      payments.map((payment) => ({
        cf_payment_id: payment.cf_payment_id,
        payment_status: payment.payment_status,
        payment_amount: payment.payment_amount,
        payment_currency: payment.payment_currency,
        message: payment.payment_message,
        payment_group: payment.payment_group,
        bank_reference: payment.bank_reference,
        paid_at: new Date(payment.payment_time ?? ''),
      })),
    );
  });

  it('ask for a refund in the same words, and read the same of it', async () => {
    for (const order_id of ['order_refund_1', 'order_refund_2'])
      await pay((await ours.openOrder(orderNamed(order_id))).payment_session_id);
    const wish = { refund_amount: 49.5, refund_note: 'Saathi pass' };
    const [one, other] = await compare(
      () =>
        sdk.PGOrderCreateRefund('order_refund_1', {
          ...wish,
          refund_id: 'rf_theirs',
          refund_speed: 'STANDARD',
        }),
      () =>
        ours.askRefund({
          order_id: 'order_refund_2',
          refund_id: 'rf_ours',
          amount: '49.50',
          note: 'Saathi pass',
        }),
    );
    expect({ ...(other?.body as object), refund_id: 0 }).toEqual({ ...(one?.body as object), refund_id: 0 });
    const { data } = await sdk.PGOrderFetchRefund('order_refund_2', 'rf_ours');
    expect(await ours.findRefund('order_refund_2', 'rf_ours')).toMatchObject({
      refund_id: data.refund_id,
      cf_refund_id: data.cf_refund_id,
      cf_payment_id: data.cf_payment_id,
      refund_amount: data.refund_amount,
      refund_type: data.refund_type,
    });
  });

  it('end an order in the same words', async () => {
    await ours.openOrder(orderNamed('order_end_1'));
    await ours.openOrder(orderNamed('order_end_2'));
    const [one, other] = await compare(
      () => sdk.PGTerminateOrder('order_end_1', { order_status: 'TERMINATED' }),
      () => ours.endOrder('order_end_2'),
    );
    expect(other?.body).toEqual(one?.body);
    expect((await sdk.PGFetchOrder('order_end_2')).data.order_status).toBe('TERMINATED');
  });

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['an order', () => sdk.PGFetchOrder('not_there'), () => ours.findOrder('not_there')],
    [
      'a refund',
      () => sdk.PGOrderFetchRefund('order_read', 'not_there'),
      () => ours.findRefund('order_read', 'not_there'),
    ],
  ])('find that %s is not there', async (_what, theirs, mine) => {
    await expect(theirs()).rejects.toMatchObject({ response: { status: 404 } });
    expect(await mine()).toBeUndefined();
  });

  it('believe the same webhooks', async () => {
    const [{ body, headers }] = (await receiver.first(1)) as [Awaited<ReturnType<typeof receiver.first>>[0]];
    const signature = String(headers['x-webhook-signature']);
    const timestamp = String(headers['x-webhook-timestamp']);
    const believed = sdk.PGVerifyWebhookSignature(signature, body, timestamp);
    expect(believed.type).toBe('PAYMENT_SUCCESS_WEBHOOK');
    expect(isSignedByOneOf(['stand-in-secret'], signature, timestamp, Buffer.from(body))).toBe(true);
    expect(() => sdk.PGVerifyWebhookSignature(signature, `${body} `, timestamp)).toThrow();
    expect(isSignedByOneOf(['stand-in-secret'], signature, timestamp, Buffer.from(`${body} `))).toBe(false);
  });
});
