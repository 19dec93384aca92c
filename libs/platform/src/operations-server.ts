import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Health } from './health.js';
import { metrics } from './metrics.js';

/**
 * The small HTTP side of a service: `/health/live`, `/health/ready`, `/metrics`. It is for
 * orchestrators and Prometheus on the inner network, so it needs no framework.
 */
@Injectable()
export class OperationsServer implements OnApplicationShutdown {
  private readonly server: Server;

  constructor(health: Health) {
    this.server = createServer((request, response) => {
      void answer(request.url ?? '', health, response);
    });
  }

  /** @returns the port it listens on */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, resolve);
    });
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const answer = async (url: string, health: Health, response: ServerResponse): Promise<void> => {
  switch (url) {
    case '/health/live':
      send(response, 200, { status: 'ok' });
      return;
    case '/health/ready': {
      const failing = await health.failing();
      send(
        response,
        failing.length === 0 ? 200 : 503,
        failing.length === 0 ? { status: 'ok' } : { status: 'failing', failing },
      );
      return;
    }
    case '/metrics':
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics());
      return;
    default:
      send(response, 404, { status: 'not found' });
  }
};

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
