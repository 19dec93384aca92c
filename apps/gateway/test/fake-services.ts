import { Controller, Module, type DynamicModule, type Type } from '@nestjs/common';
import {
  authRpc,
  billingRpc,
  conversationRpc,
  DomainError,
  summaryRpc,
  type RpcContract,
  type StreamContract,
} from '@saathi/contracts';
import { MessagingModule, RpcHandler, StreamHandler, type CallContext } from '@saathi/messaging';

interface Answer {
  once(request: unknown): unknown;
}

interface Stream {
  chunks(request: unknown, call: CallContext): AsyncIterable<unknown>;
}

const calls = [authRpc, conversationRpc, summaryRpc, billingRpc].flatMap((group) => Object.values(group));

/** Plays the services behind the gateway: answers as a test says, and remembers what was asked. */
export class FakeServices {
  readonly asked: { readonly subject: string; readonly request: unknown }[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly streams = new Map<string, Stream>();

  /** From now on the call is answered so; until then it is `not_found`. */
  answer<Req, Res>(contract: RpcContract<Req, Res>, once: (request: Req) => Res | Promise<Res>): void {
    this.answers.set(contract.subject, { once });
  }

  /** The same for a call that is answered by a stream. */
  stream<Req, Chunk>(
    contract: StreamContract<Req, Chunk>,
    chunks: (request: Req, call: CallContext) => AsyncIterable<Chunk>,
  ): void {
    this.streams.set(contract.subject, { chunks });
  }

  /** The module that answers on NATS. */
  moduleFor(config: { NATS_URL: string }): DynamicModule {
    return {
      module: FakeServicesModule,
      imports: [MessagingModule.forApp('fakes', config)],
      controllers: [this.handlers()],
    };
  }

  private handlers(): Type {
    @Controller()
    class FakeHandlers {}
    const { prototype } = FakeHandlers;
    for (const contract of calls) {
      const { subject } = contract;
      if (contract.kind === 'rpc') {
        const value = (request: unknown): Promise<unknown> => this.answerOne(subject, request);
        Object.defineProperty(prototype, subject, { value });
        RpcHandler(contract)(prototype, subject, { value });
      } else {
        const value = (request: unknown, call: CallContext): AsyncIterable<unknown> =>
          this.answerMany(subject, request, call);
        Object.defineProperty(prototype, subject, { value });
        StreamHandler(contract)(prototype, subject, { value });
      }
    }
    return FakeHandlers;
  }

  private async answerOne(subject: string, request: unknown): Promise<unknown> {
    this.asked.push({ subject, request });
    const answer = this.answers.get(subject);
    if (answer === undefined) throw new DomainError('not_found');
    return await answer.once(request);
  }

  private answerMany(subject: string, request: unknown, call: CallContext): AsyncIterable<unknown> {
    this.asked.push({ subject, request });
    const stream = this.streams.get(subject);
    if (stream === undefined) throw new DomainError('not_found');
    return stream.chunks(request, call);
  }
}

@Module({})
class FakeServicesModule {}
