import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { DomainError, HeardBy } from '@saathi/contracts';
import { serviceOf, stopSubject } from './subjects.js';
import { fromWireError, HEADER, isNoResponders, unanswered } from './wire.js';

/** How long a stream may be silent. The service says that it is alive several times within it. */
const SILENCE_LIMIT_MS = 5000;
/** Whoever holds what a stream is about says at once that it does. */
const HOLDER_LIMIT_MS = 1000;

type Item<Chunk> = { chunk: Chunk } | { end: DomainError | undefined };

/** The chunks of one streamed answer, in order. */
export class RpcStream<Chunk> implements AsyncIterable<Chunk> {
  private readonly items: Item<Chunk>[] = [];
  private wake: (() => void) | undefined;
  private watchdog: NodeJS.Timeout;
  private isAnswered = false;

  constructor(
    readonly subject: string,
    heardBy: HeardBy,
    private readonly reply: string,
    private readonly connection: NatsConnection,
    private readonly forget: () => void,
  ) {
    this.watchdog = this.watch(heardBy === 'all' ? HOLDER_LIMIT_MS : SILENCE_LIMIT_MS);
  }

  /** Tells the service to end the stream. What it still sends is read as before. */
  stop(): void {
    if (this.connection.isClosed()) return;
    this.connection.publish(stopSubject(serviceOf(this)), this.reply);
  }

  /** @internal takes one message from the inbox */
  receive(message: Msg): void {
    if (isNoResponders(message)) {
      this.finish(unanswered('A part of the service is not answering.'));
    } else if (message.headers?.has(HEADER.error) === true) {
      this.finish(fromWireError(message));
    } else if (message.headers?.has(HEADER.end) === true) {
      this.finish(undefined);
    } else {
      this.heard();
      if (message.headers?.has(HEADER.alive) !== true) this.push({ chunk: message.json<Chunk>() });
    }
  }

  /** @internal ends the stream: what is sent from now on would not arrive, or have a gap before it */
  fail(cause: unknown): void {
    this.finish(unanswered('The connection was lost on the way.', cause));
  }

  /** @throws DomainError what the service ended with; `service_unavailable` when it fell silent */
  async *[Symbol.asyncIterator](): AsyncGenerator<Chunk, void, undefined> {
    try {
      for (;;) {
        const item = this.items.shift();
        if (item === undefined) {
          await new Promise<void>((resolve) => (this.wake = resolve));
        } else if ('chunk' in item) {
          yield item.chunk;
        } else {
          if (item.end !== undefined) throw item.end;
          return;
        }
      }
    } finally {
      this.leave();
    }
  }

  private finish(error: DomainError | undefined): void {
    this.leave();
    this.push({ end: error });
  }

  private push(item: Item<Chunk>): void {
    this.items.push(item);
    this.wake?.();
    this.wake = undefined;
  }

  private leave(): void {
    clearTimeout(this.watchdog);
    this.forget();
  }

  private heard(): void {
    if (this.isAnswered) {
      this.watchdog.refresh();
      return;
    }
    this.isAnswered = true;
    clearTimeout(this.watchdog);
    this.watchdog = this.watch(SILENCE_LIMIT_MS);
  }

  private watch(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.finish(unanswered('A part of the service fell silent.'));
    }, milliseconds);
  }
}
