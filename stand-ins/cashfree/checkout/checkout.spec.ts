import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCashfreeStandIn, type CashfreeStandIn } from '../cashfree-stand-in.js';
import { TestMerchant } from '../test-merchant.js';

describe('checkout of the Cashfree stand-in', () => {
  let cashfree: CashfreeStandIn;
  let merchant: TestMerchant;

  beforeAll(async () => {
    cashfree = await startCashfreeStandIn();
    merchant = new TestMerchant(cashfree.url);
  });
  afterAll(async () => {
    await cashfree.close();
  });

  const submit = (session: string, ending: string): Promise<Response> =>
    fetch(`${cashfree.url}/checkout/${session}/${ending}`, { method: 'POST', redirect: 'manual' });

  it('shows a page that says what it is, with three buttons', async () => {
    const { session } = await merchant.open({ order_amount: 199 });
    const page = await (await fetch(`${cashfree.url}/checkout/${session}`)).text();
    expect(page).toContain('no money moves');
    expect(page).toContain('असली पैसे नहीं कटते');
    expect(page).toContain('₹199.00');
    for (const ending of ['pay', 'fail', 'drop'])
      expect(page).toContain(`formaction="/checkout/${session}/${ending}"`);
    expect(page).not.toContain('Before');
  });

  it('shows what was tried before', async () => {
    const { session } = await merchant.open();
    await merchant.press(session, 'fail');
    expect(await (await fetch(`${cashfree.url}/checkout/${session}`)).text()).toContain('Before · पहले');
  });

  it('pays an order and goes back to the shop', async () => {
    const return_url = 'https://shop.test/back?order={order_id}';
    const { order_id, session } = await merchant.open({ order_meta: { return_url } });
    const answer = await submit(session, 'pay');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`https://shop.test/back?order=${order_id}`);
    expect(await (await merchant.get(`/orders/${order_id}`)).json()).toMatchObject({ order_status: 'PAID' });
  });

  it('shows the outcome when there is no shop to go back to', async () => {
    const { session } = await merchant.open();
    expect(await (await submit(session, 'fail')).text()).toContain('The payment failed');
  });

  it('records every attempt, and an order stays payable until one succeeds', async () => {
    const { order_id, session } = await merchant.open();
    expect(await merchant.press(session, 'fail')).toMatchObject({
      order_status: 'ACTIVE',
      payment_status: 'FAILED',
    });
    expect(await merchant.press(session, 'drop')).toMatchObject({ payment_status: 'USER_DROPPED' });
    expect(await merchant.press(session, 'pay')).toMatchObject({ order_id, order_status: 'PAID' });
    const payments: unknown = await (await merchant.get(`/orders/${order_id}/payments`)).json();
    expect(payments).toMatchObject([
      { payment_status: 'SUCCESS', is_captured: true, payment_amount: 49, error_details: null },
      { payment_status: 'USER_DROPPED', is_captured: false },
      { payment_status: 'FAILED', error_details: { error_source: 'bank' } },
    ]);
    const again = await submit(session, 'pay');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('This order is paid');
  });

  it('knows nothing of other sessions and buttons', async () => {
    const { session } = await merchant.open();
    expect((await fetch(`${cashfree.url}/checkout/session_none`)).status).toBe(404);
    expect((await submit(session, 'steal')).status).toBe(404);
  });

  it('serves a script that goes to the page', async () => {
    const answer = await fetch(`${cashfree.url}/cashfree.js`);
    expect(answer.headers.get('content-type')).toContain('javascript');
    const visited: string[] = [];
    const window = { location: { assign: (url: string) => visited.push(url) } };
    runInNewContext(
      `${await answer.text()}; window.Cashfree({ mode: 'sandbox' }).checkout({ paymentSessionId: 'session_1' })`,
      { window },
    );
    expect(visited).toEqual([`${cashfree.url}/checkout/session_1`]);
  });
});
