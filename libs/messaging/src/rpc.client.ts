import { Injectable, type OnModuleInit } from '@nestjs/common';
import { nuid, type Msg } from '@nats-io/transport-node';
import type { RpcContract, StreamContract } from '@saathi/contracts';
import { NatsLink } from './nats-link.js';
import { RpcStream } from './rpc-stream.js';
import { contextHeaders, fromWireError, HEADER, unanswered } from './wire.js';

/** Takes what arrives for one stream. */
interface Receiver {
  receive(message: Msg): void;
  lose(): void;
}

/** Asks other services. Every call has a time limit; nothing is sent twice. */
@Injectable()
export class RpcClient implements OnModuleInit {
  private readonly inbox: string;
  private readonly streams = new Map<string, Receiver>();

  constructor(private readonly link: NatsLink) {
    this.inbox = `_INBOX_${link.app}.stream.${nuid.next()}`;
  }

  onModuleInit(): void {
    // One subscription serves all streams of this process: opening one more costs no round trip.
    this.link.connection.subscribe(`${this.inbox}.*`, {
      callback: (error, message) => {
        if (error === null) this.streams.get(message.subject)?.receive(message);
      },
    });
    this.link.onLost(() => {
      this.abandonStreams();
    });
  }

  /**
   * Asks one service and waits for its answer.
   * @throws DomainError one of the contract's errors; `service_unavailable` when nobody answers in time
   */
  async call<Req, Res>(contract: RpcContract<Req, Res>, request: Req): Promise<Res> {
    const connection = this.link.requireUp();
    const asked = connection.request(contract.subject, JSON.stringify(request), {
      timeout: contract.limitMs,
      ...withHeaders(),
    });
    const answer = await this.link.unlessLost(asked).catch((cause: unknown) => {
      throw unanswered('A part of the service is not answering.', cause);
    });
    if (answer.headers?.has(HEADER.error) === true) throw fromWireError(answer);
    // Both ends derive from one contract constant, so the answer has the contract's shape.
    return answer.json<Res>();
  }

  /**
   * Asks one service and reads its answer chunk by chunk. Leaving the loop leaves the service at
   * work; `stop()` tells it to end.
   */
  stream<Req, Chunk>(contract: StreamContract<Req, Chunk>, request: Req): RpcStream<Chunk> {
    const connection = this.link.requireUp();
    const reply = `${this.inbox}.${nuid.next()}`;
    const stream = new RpcStream<Chunk>(reply, contract.subject, connection, () =>
      this.streams.delete(reply),
    );
    this.streams.set(reply, stream);
    connection.publish(contract.subject, JSON.stringify(request), { reply, ...withHeaders() });
    return stream;
  }

  /** What comes while the connection is lost is missing: a stream that went on would have a gap. */
  private abandonStreams(): void {
    for (const stream of this.streams.values()) stream.lose();
  }
}

const withHeaders = (): { headers?: NonNullable<ReturnType<typeof contextHeaders>> } => {
  const headers = contextHeaders();
  return headers === undefined ? {} : { headers };
};
