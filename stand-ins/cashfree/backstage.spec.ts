import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueAt } from '../json-path.js';
import { startCashfreeStandIn, type CashfreeStandIn } from './cashfree-stand-in.js';
import { TestMerchant, WebhookReceiver } from './test-merchant.js';

describe('what happens at the Cashfree stand-in without the merchant', () => {
  const receiver = new WebhookReceiver();
  let cashfree: CashfreeStandIn;
  let merchant: TestMerchant;

  beforeAll(async () => {
    cashfree = await startCashfreeStandIn({ webhook_url: await receiver.start() });
    merchant = new TestMerchant(cashfree.url);
  });
  afterAll(async () => {
    await cashfree.close();
    await receiver.stop();
  });

  const statusOf = async (order_id: string): Promise<unknown> =>
    valueAt(await (await merchant.get(`/orders/${order_id}`)).json(), 'order_status');

  const typesAfter = async (count: number): Promise<unknown[]> =>
    (await receiver.first(count)).slice(-2).map(({ body }) => valueAt(JSON.parse(body), 'type'));

  it('lets a bank be late: the money is taken, told of and given back, and the order is not paid', async () => {
    const { order_id } = await merchant.open();
    await merchant.control('POST', `/__orders/${order_id}/pay_late`);
    expect(await statusOf(order_id)).toBe('EXPIRED');
    expect((await typesAfter(2)).toSorted()).toEqual([
      'AUTO_REFUND_STATUS_WEBHOOK',
      'PAYMENT_SUCCESS_WEBHOOK',
    ]);
  });

  it('lets somebody in the dashboard pay back', async () => {
    const { order_id, session } = await merchant.open();
    await merchant.press(session, 'pay');
    await receiver.first(3);
    await merchant.control('POST', `/__orders/${order_id}/refund`, { amount: 20 });
    const [, , , refund] = await receiver.first(4);
    expect(JSON.parse(refund?.body ?? '')).toMatchObject({
      type: 'REFUND_STATUS_WEBHOOK',
      data: { refund: { order_id, refund_amount: 20, refund_status: 'SUCCESS' } },
    });
  });

  it('lets what came late go back later', async () => {
    const { order_id } = await merchant.open();
    await merchant.control('POST', `/__orders/${order_id}/pay_late`, { told: false, returned: false });
    const refunds = async (): Promise<unknown> => (await merchant.get(`/orders/${order_id}/refunds`)).json();
    expect(await (await merchant.get(`/orders/${order_id}/payments`)).json()).toMatchObject([
      { payment_status: 'SUCCESS' },
    ]);
    expect(await refunds()).toEqual([]);
    await merchant.control('POST', `/__orders/${order_id}/return_late`);
    expect(await refunds()).toMatchObject([
      { refund_type: 'PAYMENT_AUTO_REFUND', refund_status: 'SUCCESS', refund_amount: 49 },
    ]);
    expect(await statusOf(order_id)).toBe('EXPIRED');
  });

  it('ends an order that the merchant terminates, unless it is paid', async () => {
    const patch = (order_id: string): Promise<Response> =>
      fetch(`${cashfree.base_url}/orders/${order_id}`, {
        method: 'PATCH',
        headers: {
          'x-client-id': 'stand-in',
          'x-client-secret': 'stand-in-secret',
          'x-api-version': '2025-01-01',
        },
        body: JSON.stringify({ order_status: 'TERMINATED' }),
      });
    const [open, paid] = [await merchant.open(), await merchant.open()];
    await merchant.press(paid.session, 'pay');
    expect([(await patch(open.order_id)).status, (await patch(paid.order_id)).status]).toEqual([200, 400]);
    expect(await statusOf(open.order_id)).toBe('TERMINATED');
    expect(await merchant.press(open.session, 'pay')).toMatchObject({ order_status: 'TERMINATED' });
  });
});
