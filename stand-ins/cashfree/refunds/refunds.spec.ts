import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCashfreeStandIn, type CashfreeStandIn } from '../cashfree-stand-in.js';
import { TestMerchant } from '../test-merchant.js';

describe('refunds of the Cashfree stand-in', () => {
  let cashfree: CashfreeStandIn;
  let merchant: TestMerchant;

  beforeAll(async () => {
    cashfree = await startCashfreeStandIn({ refund_ms: 60_000 });
    merchant = new TestMerchant(cashfree.url);
  });
  afterAll(async () => {
    await cashfree.close();
  });

  const paidOrder = async (): Promise<string> => {
    const { order_id, session } = await merchant.open();
    await merchant.press(session, 'pay');
    return order_id;
  };

  it('takes a refund and shows it', async () => {
    const order_id = await paidOrder();
    const wish = { refund_id: 'rf_1', refund_amount: 20.5, refund_note: 'sorry' };
    const answer = await merchant.post(`/orders/${order_id}/refunds`, wish);
    const refund: unknown = await answer.json();
    expect(refund).toMatchObject({
      ...wish,
      entity: 'refund',
      refund_status: 'PENDING',
      refund_type: 'MERCHANT_INITIATED',
    });
    expect(await (await merchant.get(`/orders/${order_id}/refunds/rf_1`)).json()).toEqual(refund);
    expect(await (await merchant.get(`/orders/${order_id}/refunds`)).json()).toEqual([refund]);
    expect((await merchant.get(`/orders/${order_id}/refunds/rf_2`)).status).toBe(404);
  });

  it('gives back no more than was paid, and only once per id', async () => {
    const order_id = await paidOrder();
    const ask = async (refund_id: string, refund_amount: number): Promise<number> =>
      (await merchant.post(`/orders/${order_id}/refunds`, { refund_id, refund_amount })).status;
    expect(await ask('rf_1', 30)).toBe(200);
    expect(await ask('rf_1', 1)).toBe(409);
    expect(await ask('rf_2', 19.01)).toBe(400);
    expect(await ask('rf_3', 19)).toBe(200);
  });

  it('refunds nothing that was not paid', async () => {
    const { order_id } = await merchant.open();
    const answer = await merchant.post(`/orders/${order_id}/refunds`, {
      refund_id: 'rf_1',
      refund_amount: 1,
    });
    expect(answer.status).toBe(400);
  });
});
