import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { valueAt } from '../json-path.js';
import { API_VERSION } from './api/api-door.js';

const HEADERS = {
  'content-type': 'application/json',
  'x-client-id': 'stand-in',
  'x-client-secret': 'stand-in-secret',
  'x-api-version': API_VERSION,
};

/** A merchant for the specs: asks the stand-in and reads its answers. */
export class TestMerchant {
  private orders = 0;

  /** @param url of the stand-in */
  constructor(readonly url: string) {}

  /** The body of an order that the stand-in accepts. */
  orderBody(more: object = {}): object {
    this.orders += 1;
    return {
      order_id: `order_${String(this.orders)}`,
      order_amount: 49,
      order_currency: 'INR',
      customer_details: { customer_id: 'user-1', customer_phone: '9999999999' },
      ...more,
    };
  }

  post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.url}/pg${path}`, {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify(body),
    });
  }

  get(path: string, headers: Readonly<Record<string, string>> = HEADERS): Promise<Response> {
    return fetch(`${this.url}/pg${path}`, { headers });
  }

  /** Opens an order and gives its id and payment session. */
  async open(more: object = {}): Promise<{ readonly order_id: string; readonly session: string }> {
    const order: unknown = await (await this.post('/orders', this.orderBody(more))).json();
    return {
      order_id: String(valueAt(order, 'order_id')),
      session: String(valueAt(order, 'payment_session_id')),
    };
  }

  /** Presses a button of the checkout page as a program does. */
  async press(session: string, ending: 'pay' | 'fail' | 'drop'): Promise<unknown> {
    const answer = await fetch(`${this.url}/checkout/${session}/${ending}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    return answer.json();
  }

  /** Asks one of the stand-in's own routes, such as `/__faults`. */
  async control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? undefined : answer.json();
  }
}

/** A webhook as its receiver sees it. */
export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An endpoint that keeps what it receives and can be waited on. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  /** The statuses of the next answers; 200 when there are none left. */
  readonly statuses: number[] = [];
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(this.statuses.shift() ?? 200).end('ok');
      this.server.emit('webhook');
    });
  });

  /** @returns the address to send webhooks to */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `http://127.0.0.1:${String(valueAt(address, 'port'))}/webhooks`;
  }

  /** The first webhooks, once there are so many. */
  async first(count: number): Promise<readonly ReceivedWebhook[]> {
    while (this.received.length < count) await once(this.server, 'webhook');
    return this.received.slice(0, count);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
