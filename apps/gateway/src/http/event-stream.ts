import type { FastifyReply } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** A reader this far behind is let go; it comes back with the id of the last event it has. */
const MAX_UNREAD_BYTES = 256 * 1024;

/** Server-sent events to one client. Takes over the answer from the framework. */
export class EventStream {
  private readonly heartbeat: NodeJS.Timeout;
  private readonly raw: FastifyReply['raw'];
  private open = true;

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.raw = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) this.raw.setHeader(name, value);
    }
    this.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    this.raw.on('close', () => {
      this.end();
    });
    this.heartbeat = setInterval(() => {
      this.write(':\n\n');
    }, HEARTBEAT_MS);
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** Sends one event; `data` goes out as one line of JSON. */
  send(id: number, event: string, data: unknown): void {
    this.write(`id: ${String(id)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Tells the client how soon to come back after a break. */
  retryAfter(milliseconds: number): void {
    this.write(`retry: ${String(milliseconds)}\n\n`);
  }

  onEnd(listener: () => void): void {
    this.raw.on('close', listener);
  }

  end(): void {
    if (!this.open) return;
    this.open = false;
    clearInterval(this.heartbeat);
    this.raw.end();
  }

  private write(text: string): void {
    if (!this.open) return;
    this.raw.write(text);
    if (this.raw.writableLength > MAX_UNREAD_BYTES) {
      this.end();
      this.raw.destroy();
    }
  }
}
