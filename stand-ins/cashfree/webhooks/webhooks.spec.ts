import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { valueAt } from '../../json-path.js';
import { parseJson } from '../../json-value.js';
import { startCashfreeStandIn, type CashfreeStandIn } from '../cashfree-stand-in.js';
import { TestMerchant, WebhookReceiver, type ReceivedWebhook } from '../test-merchant.js';

/** As a merchant checks it. */
const isSigned = ({ headers, body }: ReceivedWebhook): boolean =>
  headers['x-webhook-signature'] ===
  createHmac('sha256', 'stand-in-secret')
    .update(String(headers['x-webhook-timestamp']) + body)
    .digest('base64');

const typeOf = ({ body }: ReceivedWebhook): unknown => valueAt(parseJson(body), 'type');

describe('webhooks of the Cashfree stand-in', () => {
  let receiver: WebhookReceiver;
  let cashfree: CashfreeStandIn;
  let merchant: TestMerchant;

  beforeEach(async () => {
    receiver = new WebhookReceiver();
    cashfree = await startCashfreeStandIn({
      webhook_url: await receiver.start(),
      retry_seconds: [0, 0],
      refund_ms: 0,
    });
    merchant = new TestMerchant(cashfree.url);
  });
  afterEach(async () => {
    await cashfree.close();
    await receiver.stop();
  });

  it('signs the raw body with its timestamp', async () => {
    const { order_id, session } = await merchant.open({ order_tags: { plan: 'daily' } });
    await merchant.press(session, 'pay');
    const [webhook] = await receiver.first(1);
    expect(webhook && isSigned(webhook)).toBe(true);
    expect(webhook?.headers).toMatchObject({
      'x-webhook-version': '2025-01-01',
      'x-webhook-attempt': '1',
      'x-webhook-timestamp': expect.stringMatching(/^\d{13}$/),
      'x-idempotency-key': expect.any(String),
    });
    expect(parseJson(webhook?.body ?? '')).toMatchObject({
      type: 'PAYMENT_SUCCESS_WEBHOOK',
      event_time: expect.stringContaining('+05:30'),
      data: {
        order: { order_id, order_amount: 49, order_currency: 'INR', order_tags: { plan: 'daily' } },
        payment: { payment_status: 'SUCCESS', payment_amount: 49, cf_payment_id: expect.any(String) },
        customer_details: { customer_phone: '9999999999' },
      },
    });
  });

  it('writes amounts so that a body that was parsed and written again no longer fits', async () => {
    const { session } = await merchant.open();
    await merchant.press(session, 'pay');
    const [webhook] = await receiver.first(1);
    const body = webhook?.body ?? '';
    expect(body).toContain('"order_amount":49.00');
    expect(webhook && isSigned({ ...webhook, body: JSON.stringify(parseJson(body)) })).toBe(false);
  });

  it('tries again, newly signed, until it is answered with 200', async () => {
    receiver.statuses.push(503, 204);
    const { session } = await merchant.open();
    await merchant.press(session, 'fail');
    const attempts = await receiver.first(3);
    expect(attempts.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2', '3']);
    expect(attempts.every(isSigned)).toBe(true);
    expect(new Set(attempts.map(({ body }) => body)).size).toBe(1);
    expect(new Set(attempts.map(({ headers }) => headers['x-idempotency-key'])).size).toBe(1);
  });

  it('tells the address of the order and the one of the dashboard', async () => {
    const own = new WebhookReceiver();
    const { session } = await merchant.open({ order_meta: { notify_url: await own.start() } });
    await merchant.press(session, 'drop');
    expect((await own.first(1)).map(typeOf)).toEqual(['PAYMENT_USER_DROPPED_WEBHOOK']);
    expect((await receiver.first(1)).map(typeOf)).toEqual(['PAYMENT_USER_DROPPED_WEBHOOK']);
    await own.stop();
  });

  it('can double, drop and turn round what it sends', async () => {
    const { session } = await merchant.open();
    await merchant.control('POST', '/__faults', { mode: 'drop_webhooks', times: 1 });
    await merchant.press(session, 'fail');
    await merchant.control('POST', '/__faults', { mode: 'reorder_webhooks', times: 1 });
    await merchant.press(session, 'drop');
    await merchant.control('POST', '/__faults', { mode: 'duplicate_webhooks', times: 1, count: 2 });
    await merchant.press(session, 'pay');
    const success = 'PAYMENT_SUCCESS_WEBHOOK';
    const dropped = 'PAYMENT_USER_DROPPED_WEBHOOK';
    expect((await receiver.first(4)).map(typeOf)).toEqual([success, success, dropped, dropped]);
    const sent = await merchant.control('GET', '/__webhooks');
    expect(sent).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ type: 'PAYMENT_FAILED_WEBHOOK' })]),
    });
  });

  it('can lie about the amount in the webhook only', async () => {
    const { order_id, session } = await merchant.open();
    await merchant.control('POST', '/__faults', { mode: 'lower_amount_in_webhook', times: 1 });
    await merchant.press(session, 'pay');
    const [webhook] = await receiver.first(1);
    expect(webhook?.body).toContain('"order_amount":1.00');
    expect(await (await merchant.get(`/orders/${order_id}`)).json()).toMatchObject({ order_amount: 49 });
  });

  it('sends by hand what a test wishes', async () => {
    const { order_id } = await merchant.open();
    const answer = await merchant.control('POST', '/__webhooks/send', {
      order_id,
      type: 'PAYMENT_SUCCESS_WEBHOOK',
      overrides: { data: { payment: { payment_amount: 20 } } },
      timestamp_offset_ms: -7_200_000,
      times: 3,
      concurrent: true,
    });
    expect(answer).toMatchObject({ items: [{ status: 200 }, { status: 200 }, { status: 200 }] });
    const [webhook] = await receiver.first(3);
    expect(webhook?.body).toContain('"payment_amount":20.00');
    expect(webhook && isSigned(webhook)).toBe(true);
    expect(Number(webhook?.headers['x-webhook-timestamp'])).toBeLessThan(Date.now() - 7_000_000);
  });

  it.each(['wrong', 'missing', 'body_only'])('sends a %s signature by hand', async (signature) => {
    const { order_id } = await merchant.open();
    await merchant.control('POST', '/__webhooks/send', { order_id, type: 'WEBHOOK', signature });
    const [webhook] = await receiver.first(1);
    expect(webhook && isSigned(webhook)).toBe(false);
  });

  it('sends garbage with a right signature by hand', async () => {
    const { order_id } = await merchant.open();
    await merchant.control('POST', '/__webhooks/send', { order_id, type: 'X', raw_body: 'not { json' });
    const [webhook] = await receiver.first(1);
    expect(webhook?.body).toBe('not { json');
    expect(webhook && isSigned(webhook)).toBe(true);
  });

  it('tells of a refund with ids as numbers', async () => {
    const { order_id, session } = await merchant.open();
    await merchant.press(session, 'pay');
    await merchant.post(`/orders/${order_id}/refunds`, { refund_id: 'rf_1', refund_amount: 49 });
    const [, refund] = await receiver.first(2);
    expect(parseJson(refund?.body ?? '')).toMatchObject({
      type: 'REFUND_STATUS_WEBHOOK',
      data: {
        refund: {
          order_id,
          refund_id: 'rf_1',
          refund_status: 'SUCCESS',
          cf_refund_id: expect.any(Number),
          cf_payment_id: expect.any(Number),
        },
      },
    });
  });
});
