import type { PaymentView, PlanType } from '@saathi/contracts';
import type { Till } from './till.js';

/** An answer of the gateway. */
export interface Answer {
  readonly status: number;
  readonly body: any;
}

export interface PassRow {
  readonly id: string;
  readonly start_date: Date;
  readonly end_date: Date;
  readonly active: boolean;
}

/** Asks the gateway. */
export const ask = async (
  { url }: { readonly url: string },
  token: string,
  route: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const [method = '', path = ''] = route.split(' ');
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
};

/** Somebody who buys passes over HTTP and pays them at the stand-in. */
export class Customer {
  constructor(
    private readonly till: Till,
    readonly id: string,
    readonly token: string,
  ) {}

  ask(route: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.till, this.token, route, body, headers);
  }

  async order(plan_type: PlanType = 'daily', key?: string): Promise<PaymentView> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const { status, body } = await this.ask('POST /v1/payments', { plan_type }, headers);
    if (status !== 201) throw new Error(`no order: ${String(status)} ${JSON.stringify(body)}`);
    return body;
  }

  async look({ id }: PaymentView): Promise<PaymentView> {
    return (await this.ask(`GET /v1/payments/${id}`)).body;
  }

  /** Presses a button of the checkout page. */
  async press({ payment_session_id }: PaymentView, ending: 'pay' | 'fail' | 'drop'): Promise<any> {
    const page = `${this.till.cashfree.url}/checkout/${payment_session_id ?? ''}/${ending}`;
    const answer = await fetch(page, { method: 'POST', headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`the checkout answered ${String(answer.status)}`);
    return answer.json();
  }

  /** Has the stand-in send a webhook about an order. @returns the answers */
  async webhook({ cashfree_order_id }: PaymentView, wish: object = {}): Promise<Answer[]> {
    const type = 'PAYMENT_SUCCESS_WEBHOOK';
    const wanted = { order_id: cashfree_order_id, type, ...wish };
    const { items } = await this.till.backstage('POST', '/__webhooks/send', wanted);
    return items.map(({ status, answer }: { status: number; answer: string }) => ({
      status,
      body: JSON.parse(answer),
    }));
  }

  /** In the order in which they run. */
  passes(): Promise<PassRow[]> {
    return this.till.database.rows(
      'SELECT id, start_date, end_date, active FROM subscriptions WHERE user_id = $1 ORDER BY start_date, end_date',
      [this.id],
    );
  }

  async activePasses(): Promise<PassRow[]> {
    return (await this.passes()).filter(({ active }) => active);
  }

  /** What is stored of a payment and its order. */
  stored({ id }: PaymentView): Promise<any> {
    return this.till.database.row(
      `SELECT p.status, p.subscription_id, o.review_reason, o.reviewed_at, o.provider_status
       FROM billing_orders o LEFT JOIN payments p ON p.id = o.payment_id WHERE o.payment_id = $1`,
      [id],
    );
  }

  inbox({ cashfree_order_id }: PaymentView): Promise<any[]> {
    return this.till.database.rows(
      'SELECT id, status, reason, receipts, event_type FROM payment_events WHERE cashfree_order_id = $1 ORDER BY received_at',
      [cashfree_order_id],
    );
  }
}
