import { billingRpc, DomainError, errorCatalog, type AcceptWebhookRequest } from '@saathi/contracts';
import type { RpcClient } from '@saathi/messaging';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

/** Plays the gateway's webhook route: hands bytes and headers on to billing and answers with its status. */
export class WebhookDoor {
  /** Asked for webhooks from when it is set. */
  rpc: RpcClient | undefined;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void this.handOn(request).then((status) => response.writeHead(status).end());
    });
  }

  /** @returns the address to send webhooks to */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}/webhooks`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async handOn(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(request, 'end');
    try {
      await this.rpc?.call(billingRpc.acceptWebhook, asRequest(Buffer.concat(chunks), request.headers));
      return 200;
    } catch (error) {
      return error instanceof DomainError ? errorCatalog[error.code].status : 500;
    }
  }
}

const asRequest = (body: Buffer, headers: IncomingHttpHeaders): AcceptWebhookRequest => ({
  raw_body_base64: body.toString('base64'),
  signature: one(headers['x-webhook-signature']),
  timestamp: one(headers['x-webhook-timestamp']),
  version: one(headers['x-webhook-version']),
  attempt: one(headers['x-webhook-attempt']),
});

const one = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null;
