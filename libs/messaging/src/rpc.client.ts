import { Injectable, type OnModuleInit } from '@nestjs/common';
import { nuid, type Msg } from '@nats-io/transport-node';
import type { RpcContract, StreamContract } from '@saathi/contracts';
import { randomUUID } from 'node:crypto';
import { NatsLink } from './nats-link.js';
import { RpcCall } from './rpc-call.js';
import { RpcStream } from './rpc-stream.js';
import { answersOf, serviceOf } from './subjects.js';
import { contextHeaders } from './wire.js';

/** Takes what arrives for one call or stream. */
interface Receiver {
  readonly subject: string;
  receive(message: Msg): void;
  fail(cause: unknown): void;
}

/** Asks other services. Every call has a time limit; nothing is sent twice. */
@Injectable()
export class RpcClient implements OnModuleInit {
  /** Tells this process from its replicas. */
  private readonly id = nuid.next();
  private readonly receivers = new Map<string, Receiver>();

  constructor(private readonly link: NatsLink) {}

  async onModuleInit(): Promise<void> {
    // One subscription serves every call of this process: asking once more costs no round trip.
    this.link.subscribe(`${answersOf(this.link.app, '*')}.${this.id}.*`, (message) => {
      this.receivers.get(message.subject)?.receive(message);
    });
    this.link.onLost(() => {
      this.failAll('the connection was lost');
    });
    void this.link.connection.closed().then(() => {
      this.failAll('the connection was closed');
    });
    this.link.onRefused((refused) => {
      this.failAll('the broker refuses it', ({ subject }) => subject === refused);
    });
    await this.link.confirm();
  }

  /**
   * Asks one service and waits for its answer.
   * @throws DomainError one of the contract's errors; `service_unavailable` when nobody answers in time
   */
  async call<Req, Res>(contract: RpcContract<Req, Res>, request: Req): Promise<Res> {
    this.link.requireUp();
    const reply = this.newReply(contract);
    const call = new RpcCall<Res>(contract.subject, contract.limitMs, () => this.receivers.delete(reply));
    this.ask(call, reply, request);
    return call.answer;
  }

  /**
   * Asks one service and reads its answer chunk by chunk. Leaving the loop leaves the service at
   * work; `stop()` tells it to end.
   */
  stream<Req, Chunk>(contract: StreamContract<Req, Chunk>, request: Req): RpcStream<Chunk> {
    const connection = this.link.requireUp();
    const reply = this.newReply(contract);
    const stream = new RpcStream<Chunk>(contract.subject, contract.heardBy, reply, connection, () =>
      this.receivers.delete(reply),
    );
    this.ask(stream, reply, request);
    return stream;
  }

  private ask(receiver: Receiver, reply: string, request: unknown): void {
    const headers = contextHeaders();
    this.receivers.set(reply, receiver);
    try {
      const options = { reply, ...(headers === undefined ? {} : { headers }) };
      this.link.connection.publish(receiver.subject, JSON.stringify(request), options);
    } catch (error) {
      receiver.fail(error);
    }
  }

  private failAll(reason: string, concerns: (receiver: Receiver) => boolean = () => true): void {
    for (const receiver of this.receivers.values()) {
      if (concerns(receiver)) receiver.fail(new Error(`${receiver.subject}: ${reason}`));
    }
  }

  /** Nobody can guess it from another, so that nobody answers but who was asked. */
  private newReply(contract: RpcContract | StreamContract): string {
    return `${answersOf(this.link.app, serviceOf(contract))}.${this.id}.${randomUUID()}`;
  }
}
