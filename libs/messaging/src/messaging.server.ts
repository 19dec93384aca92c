import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Msg, Subscription } from '@nats-io/transport-node';
import type { AnyContract, EventContract, StreamContract, WireError } from '@saathi/contracts';
import { rpcSeconds, runInContext, type Health } from '@saathi/platform';
import { firstValueFrom, isObservable } from 'rxjs';
import { v7 as newId } from 'uuid';
import { CallContext } from './call-context.js';
import { EventConsumer } from './event-consumer.js';
import type { EventPublisher } from './event-publisher.js';
import type { NatsLink } from './nats-link.js';
import { stopSubject } from './subjects.js';
import { HEADER, headerOf, toWireError } from './wire.js';

const ALIVE_EVERY_MS = 2000;
/** How long work under way may go on after the process was told to end. */
const DRAIN_LIMIT_MS = 20_000;
const NEVER = new AbortController().signal;

/**
 * Answers calls and hears events over NATS. Unlike Nest's own NATS server it shares the process's
 * one connection, opens the caller's request context, streams at one message a chunk, takes events
 * from JetStream, and on shutdown finishes what it has begun.
 */
export class MessagingServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  protected override readonly logger = new Logger(MessagingServer.name);
  private readonly subscriptions: Subscription[] = [];
  private readonly consumers: EventConsumer[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly streams = new Map<string, AbortController>();

  constructor(
    private readonly link: NatsLink,
    private readonly publisher: EventPublisher,
    private readonly health: Health,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.open().then(() => {
      callback();
    }, callback);
  }

  async close(): Promise<void> {
    this.health.leave();
    await Promise.all([
      ...this.subscriptions.map((subscription) => subscription.drain()),
      ...this.consumers.map((consumer) => consumer.stop(DRAIN_LIMIT_MS)),
    ]);
    const limit = setTimeout(() => {
      for (const stream of this.streams.values()) stream.abort();
    }, DRAIN_LIMIT_MS);
    await Promise.all(this.underWay);
    clearTimeout(limit);
  }

  on(): never {
    throw new Error('The connection is watched by NatsLink');
  }

  unwrap(): never {
    throw new Error('The connection belongs to NatsLink');
  }

  private async open(): Promise<void> {
    const { app } = this.link;
    for (const [subject, handler] of this.getHandlers()) {
      const contract = contractOf(handler);
      if (contract.kind === 'event') {
        this.consumers.push(this.consumer(contract, handler));
      } else {
        const answer = (message: Msg): Promise<void> =>
          contract.kind === 'rpc'
            ? this.answerOnce(handler, message)
            : this.answerByStream(handler, message, contract);
        this.subscriptions.push(
          this.link.subscribe(
            subject,
            (message) => {
              if (isCall(message)) this.track(answer(message));
              else this.logger.error('no call: it has no caller to answer', { subject });
            },
            contract.heardBy === 'any' ? app : undefined,
          ),
        );
      }
    }
    this.subscriptions.push(
      this.link.subscribe(stopSubject(app), (message) => this.streams.get(message.string())?.abort()),
    );
    await Promise.all(this.consumers.map((consumer) => consumer.start()));
    await this.link.confirm();
  }

  private consumer(contract: EventContract, handler: MessageHandler): EventConsumer {
    return new EventConsumer(this.link, this.publisher, contract, async (payload) => {
      await settle(handler(payload, new CallContext(contract.subject, NEVER)));
    });
  }

  private async answerOnce(handler: MessageHandler, message: Msg): Promise<void> {
    await this.inCallersContext(message, async () => {
      const done = rpcSeconds.startTimer({ subject: message.subject });
      try {
        const answer = await settle(
          handler(message.json<unknown>(), new CallContext(message.subject, NEVER)),
        );
        // Another replica holds what this is about, and answers.
        if (answer !== undefined) message.respond(JSON.stringify(answer));
        done({ code: answer === undefined ? 'elsewhere' : 'ok' });
      } catch (error) {
        done({ code: this.respondError(message, error).code });
      }
    });
  }

  private async answerByStream(
    handler: MessageHandler,
    message: Msg,
    contract: StreamContract,
  ): Promise<void> {
    await this.inCallersContext(message, async () => {
      const done = rpcSeconds.startTimer({ subject: message.subject });
      const stop = new AbortController();
      const reply = message.reply ?? '';
      this.streams.set(reply, stop);
      let alive: NodeJS.Timeout | undefined;
      try {
        const chunks = await settle(
          handler(message.json<unknown>(), new CallContext(message.subject, stop.signal)),
        );
        if (chunks === undefined) {
          done({ code: 'elsewhere' });
          return;
        }
        const sayAlive = (): void => {
          message.respond('', { headers: headerOf(HEADER.alive, '1') });
        };
        if (contract.heardBy === 'all') sayAlive();
        alive = setInterval(sayAlive, ALIVE_EVERY_MS);
        if (!isAsyncIterable(chunks)) throw new Error(`${message.subject} is answered by no stream`);
        for await (const chunk of chunks) message.respond(JSON.stringify(chunk));
        message.respond('', { headers: headerOf(HEADER.end, '1') });
        done({ code: 'ok' });
      } catch (error) {
        done({ code: this.respondError(message, error).code });
      } finally {
        clearInterval(alive);
        this.streams.delete(reply);
      }
    });
  }

  private async inCallersContext(message: Msg, work: () => Promise<void>): Promise<void> {
    const request_id = message.headers?.get(HEADER.requestId);
    await runInContext(
      { request_id: request_id === undefined || request_id === '' ? newId() : request_id },
      work,
    );
  }

  private respondError(message: Msg, error: unknown): WireError {
    const wire = toWireError(error);
    if (wire.code === 'internal') this.logger.error('call failed', { subject: message.subject }, error);
    else if (wire.code === 'service_unavailable')
      this.logger.warn('call could not be answered', { subject: message.subject }, error);
    message.respond(JSON.stringify(wire), { headers: headerOf(HEADER.error, wire.code) });
    return wire;
  }

  private track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        this.logger.error('answer could not be sent', {}, error);
      })
      .finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
  }
}

/**
 * Whether a message was sent by a caller. The broker can be made to deliver an event on any subject, past
 * all rights; but then it is answered to the broker, or to nobody.
 */
const isCall = ({ reply = '' }: Msg): boolean => reply.startsWith('_INBOX');

const contractOf = (handler: MessageHandler): AnyContract => {
  const contract: unknown = handler.extras?.['contract'];
  if (!isContract(contract))
    throw new Error('A message handler without a contract: use the decorators of @saathi/messaging');
  return contract;
};

const isContract = (value: unknown): value is AnyContract =>
  typeof value === 'object' && value !== null && 'kind' in value && 'subject' in value;

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Nest's pipeline hands out a value, a promise of it, or an observable that carries an error. */
const settle = async (outcome: unknown): Promise<unknown> => {
  const value: unknown = await outcome;
  return isObservable(value) ? firstValueFrom(value) : value;
};
