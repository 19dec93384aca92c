import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CALL_PROTOCOL, CALL_SOCKET_PATH, type JoinedCallView } from '@saathi/contracts';
import { NatsLink, RpcClient } from '@saathi/messaging';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { GatewayConfig } from '../gateway.config.js';
import { OpenStreams } from '../http/open-streams.js';
import { CallSocket } from './call-socket.js';

const MOST_BYTES = 16 * 1024;

/** The door for calls: every web socket of this gateway. */
@Injectable()
export class CallSockets implements BeforeApplicationShutdown {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(CALL_PROTOCOL) ? CALL_PROTOCOL : false),
  });
  private readonly open = new Set<CallSocket>();

  constructor(
    private readonly rpc: RpcClient,
    private readonly link: NatsLink,
    private readonly streams: OpenStreams,
    private readonly config: GatewayConfig,
  ) {}

  /** Takes the sockets that a server is asked for. */
  attachTo(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const refusal = this.refusalOf(request);
      if (refusal !== undefined) {
        socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      this.server.handleUpgrade(request, socket, head, (opened) => {
        let leave = (): void => undefined;
        const call = new CallSocket(
          opened,
          this.rpc,
          this.link,
          (joined) => {
            leave = this.holdAlone(call, joined);
          },
          () => {
            this.open.delete(call);
            leave();
          },
        );
        this.open.add(call);
      });
    });
  }

  beforeApplicationShutdown(): void {
    for (const call of this.open) call.drain();
  }

  /** @returns a function that lets the call go */
  private holdAlone(call: CallSocket, joined: JoinedCallView): () => void {
    for (const other of this.open)
      if (other !== call && other.joined?.call_id === joined.call_id) other.replace();
    return this.streams.hold(
      {
        end: () => {
          call.hangUp();
        },
      },
      joined,
    );
  }

  private refusalOf({ url = '', headers }: IncomingMessage): string | undefined {
    if (url.split('?', 1)[0] !== CALL_SOCKET_PATH) return '404 Not Found';
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(CALL_PROTOCOL)) return '400 Bad Request';
    return this.isOurs(headers) ? undefined : '403 Forbidden';
  }

  /** Pages of others may not call in somebody's name; what is no browser says no origin. */
  private isOurs({ origin, host = '' }: IncomingMessage['headers']): boolean {
    if (origin === undefined || this.config.CORS_ORIGINS.includes(origin)) return true;
    return (
      URL.canParse(origin) && [host, new URL(this.config.PUBLIC_BASE_URL).host].includes(new URL(origin).host)
    );
  }
}
