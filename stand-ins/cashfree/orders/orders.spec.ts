import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startCashfreeStandIn, type CashfreeStandIn } from '../cashfree-stand-in.js';
import { TestMerchant } from '../test-merchant.js';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('orders of the Cashfree stand-in', () => {
  let cashfree: CashfreeStandIn;
  let merchant: TestMerchant;

  beforeAll(async () => {
    cashfree = await startCashfreeStandIn();
    merchant = new TestMerchant(cashfree.url);
  });
  afterEach(async () => {
    await merchant.control('DELETE', '/__faults');
  });
  afterAll(async () => {
    await cashfree.close();
  });

  it('opens an order and shows it again', async () => {
    const expiry = inMinutes(20);
    const body = merchant.orderBody({
      order_expiry_time: expiry,
      order_note: 'Daily pass',
      order_tags: { plan: 'daily' },
    });
    const answer = await merchant.post('/orders', body);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-stand-in')).toBe('cashfree');
    expect(answer.headers.get('x-ratelimit-limit')).toBe('200');
    expect(answer.headers.get('x-ratelimit-type')).toBe('app_id');
    const order: unknown = await answer.json();
    expect(order).toMatchObject({
      ...body,
      order_expiry_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
      customer_details: { customer_id: 'user-1', customer_phone: '9999999999' },
      cf_order_id: expect.stringMatching(/^\d{10}$/),
      payment_session_id: expect.stringMatching(/^session_\w+$/),
      entity: 'order',
      order_status: 'ACTIVE',
    });
    expect(await (await merchant.get('/orders/order_1')).json()).toEqual(order);
    expect(await (await merchant.get('/orders/order_1/payments')).json()).toEqual([]);
  });

  it.each([
    [{ 'x-api-version': '' }, 400, 'version is missing in header'],
    [{ 'x-client-id': 'other' }, 401, 'authentication Failed'],
    [{ 'x-client-secret': 'other' }, 401, 'authentication Failed'],
  ])('refuses the headers %j', async (headers, status, message) => {
    const answer = await merchant.post('/orders', merchant.orderBody(), headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ message, code: 'request_failed' });
  });

  it.each([
    [{ order_id: 'a b' }, 'order_id_invalid'],
    [{ order_id: 'x'.repeat(46) }, 'order_id_invalid'],
    [{ order_amount: 0.5 }, 'order_amount_invalid'],
    [{ order_amount: 1.005 }, 'order_amount_invalid'],
    [{ order_amount: '49.00' }, 'order_amount_invalid'],
    [{ order_currency: undefined }, 'order_currency_missing'],
    [{ customer_details: { customer_id: 'user-1' } }, 'customer_details.customer_phone_missing'],
    [
      { customer_details: { customer_id: 'a@b', customer_phone: '9999999999' } },
      'customer_details.customer_id_invalid',
    ],
    [{ order_meta: { return_url: `https://a.test/${'x'.repeat(250)}` } }, 'order_meta.return_url_invalid'],
    [{ order_expiry_time: inMinutes(14) }, 'order_expiry_time_invalid'],
    [{ order_expiry_time: inMinutes(31 * 24 * 60) }, 'order_expiry_time_invalid'],
    [{ order_tags: { plan: '' } }, 'order_tags_invalid'],
  ])('refuses %j', async (part, code) => {
    const answer = await merchant.post('/orders', merchant.orderBody(part));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code, type: 'invalid_request_error' });
  });

  it('knows no order twice and none that was never opened', async () => {
    const body = merchant.orderBody();
    await merchant.post('/orders', body);
    const again = await merchant.post('/orders', body);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'order_already_exists' });
    expect((await merchant.get('/orders/never')).status).toBe(404);
  });

  it('replays the answer to an idempotency key and refuses it with another body', async () => {
    const body = merchant.orderBody();
    const key = { 'x-idempotency-key': '47bf8872-46fe-11ee-be56-0242ac120002' };
    const first = await merchant.post('/orders', body, key);
    const second = await merchant.post('/orders', body, key);
    expect(first.headers.get('x-idempotency-replayed')).toBe('false');
    expect(second.headers.get('x-idempotency-replayed')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
    const other = await merchant.post('/orders', merchant.orderBody(), key);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ type: 'idempotency_error' });
  });

  it('lets an order expire when its time is over', async () => {
    const hasty = await startCashfreeStandIn({ shortest_life_ms: -1000 });
    const hurried = new TestMerchant(hasty.url);
    const { order_id, session } = await hurried.open({ order_expiry_time: inMinutes(0) });
    expect(await (await hurried.get(`/orders/${order_id}`)).json()).toMatchObject({
      order_status: 'EXPIRED',
    });
    expect(await hurried.press(session, 'pay')).toMatchObject({
      order_status: 'EXPIRED',
      cf_payment_id: null,
    });
    await hasty.close();
  });

  it('lets a test expire an order, but not a paid one', async () => {
    const { order_id, session } = await merchant.open();
    await merchant.press(session, 'pay');
    const paid = await merchant.control('POST', `/__orders/${order_id}/expire`);
    expect(paid).toEqual({ order_id, order_status: 'PAID' });
    const open = await merchant.open();
    const expired = await merchant.control('POST', `/__orders/${open.order_id}/expire`);
    expect(expired).toMatchObject({ order_status: 'EXPIRED' });
  });

  it('counts calls and refuses those beyond the limit', async () => {
    const strict = await startCashfreeStandIn({
      limits: { create_order: 1, get_order: 1, get_payments: 1, create_refund: 1, get_refund: 1 },
    });
    const eager = new TestMerchant(strict.url);
    expect((await eager.post('/orders', eager.orderBody())).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await eager.post('/orders', eager.orderBody());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('x-ratelimit-retry'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: 'rate_limit_error' });
    await strict.close();
  });

  it.each([
    ['create_500', 500],
    ['create_429', 429],
    ['create_html', 502],
  ])('plays %s and makes no order', async (mode, status) => {
    await merchant.control('POST', '/__faults', { mode, times: 1 });
    const body = merchant.orderBody();
    expect((await merchant.post('/orders', body)).status).toBe(status);
    expect((await merchant.post('/orders', body)).status).toBe(200);
  });

  it('can lose the answer after making the order', async () => {
    await merchant.control('POST', '/__faults', { mode: 'create_lost_answer', times: 1 });
    const body = merchant.orderBody();
    const key = { 'x-idempotency-key': 'lost' };
    await expect(merchant.post('/orders', body, key)).rejects.toThrow();
    expect((await merchant.post('/orders', body)).status).toBe(409);
    const retried = await merchant.post('/orders', body, key);
    expect(retried.headers.get('x-idempotency-replayed')).toBe('true');
  });

  it('can leave out the ids of payments', async () => {
    const { order_id, session } = await merchant.open();
    await merchant.press(session, 'pay');
    await merchant.control('POST', '/__faults', { mode: 'payments_without_id', times: 1 });
    const payments = async (): Promise<unknown> =>
      (await merchant.get(`/orders/${order_id}/payments`)).json();
    expect(await payments()).toMatchObject([{ cf_payment_id: null, payment_status: 'SUCCESS' }]);
    expect(await payments()).toMatchObject([{ cf_payment_id: expect.stringMatching(/^\d{10}$/) }]);
  });

  it('can lie about amount and currency', async () => {
    const { order_id } = await merchant.open();
    await merchant.control('POST', '/__faults', { mode: 'lower_amount_in_order', times: 1 });
    await merchant.control('POST', '/__faults', { mode: 'other_currency', times: 1 });
    const lied: unknown = await (await merchant.get(`/orders/${order_id}`)).json();
    expect(lied).toMatchObject({ order_amount: 1, order_currency: 'USD' });
    const honest: unknown = await (await merchant.get(`/orders/${order_id}`)).json();
    expect(honest).toMatchObject({ order_amount: 49, order_currency: 'INR' });
  });
});
