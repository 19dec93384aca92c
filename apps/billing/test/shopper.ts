import { billingRpc, type PaymentView, type PlanType } from '@saathi/contracts';
import type { RpcClient } from '@saathi/messaging';

/** Somebody who buys passes: opens payments here and pays them at the Cashfree stand-in. */
export class Shopper {
  constructor(
    private readonly rpc: RpcClient,
    /** Of the Cashfree stand-in. */
    private readonly cashfreeUrl: string,
    readonly user_id: string,
  ) {}

  open(
    plan_type: PlanType = 'daily',
    more: { idempotency_key?: string; phone_number?: string } = {},
  ): Promise<PaymentView> {
    return this.rpc.call(billingRpc.createPayment, { user_id: this.user_id, plan_type, ...more });
  }

  look(id: string): Promise<PaymentView> {
    return this.rpc.call(billingRpc.getPayment, { user_id: this.user_id, id });
  }

  /** Presses a button of the checkout page. */
  async press({ payment_session_id }: PaymentView, ending: 'pay' | 'fail' | 'drop'): Promise<void> {
    const page = `${this.cashfreeUrl}/checkout/${payment_session_id ?? ''}/${ending}`;
    const answer = await fetch(page, { method: 'POST', headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`the checkout answered ${String(answer.status)}`);
  }

  /** Has the stand-in send a webhook of its own making. @returns the statuses it was answered with */
  async webhook({ cashfree_order_id }: PaymentView, wish: object): Promise<unknown[]> {
    const answer = await fetch(`${this.cashfreeUrl}/__webhooks/send`, {
      method: 'POST',
      body: JSON.stringify({ order_id: cashfree_order_id, type: 'PAYMENT_SUCCESS_WEBHOOK', ...wish }),
    });
    const sent: unknown = await answer.json();
    return statusesOf(sent);
  }
}

const statusesOf = (sent: unknown): unknown[] =>
  typeof sent === 'object' && sent !== null && 'items' in sent && Array.isArray(sent.items)
    ? sent.items.map(statusOf)
    : [];

const statusOf = (webhook: unknown): unknown =>
  typeof webhook === 'object' && webhook !== null && 'status' in webhook ? webhook.status : undefined;
