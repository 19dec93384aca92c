import type { Msg } from '@nats-io/transport-node';
import { fromWireError, HEADER, isNoResponders, unanswered } from './wire.js';

/** The one answer to a call. */
export class RpcCall<Res> {
  /** @throws DomainError what the service threw; `service_unavailable` when nothing comes in time */
  readonly answer: Promise<Res>;
  private resolve: (answer: Res) => void = () => undefined;
  private reject: (reason: unknown) => void = () => undefined;
  private readonly limit: NodeJS.Timeout;

  constructor(
    readonly subject: string,
    limitMs: number,
    private readonly forget: () => void,
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.limit = setTimeout(() => {
      this.fail(new Error(`no answer within ${String(limitMs)} ms`));
    }, limitMs);
  }

  /** Takes the message that came as the answer. */
  receive(message: Msg): void {
    if (isNoResponders(message)) {
      this.fail(new Error(`nobody answers ${this.subject}`));
      return;
    }
    this.leave();
    try {
      if (message.headers?.has(HEADER.error) === true) this.reject(fromWireError(message));
      // Both ends derive from one contract constant, so the answer has the contract's shape.
      else this.resolve(message.json<Res>());
    } catch (error) {
      this.reject(error);
    }
  }

  /** Ends the wait: no answer will come. */
  fail(cause: unknown): void {
    this.leave();
    this.reject(unanswered('A part of the service is not answering.', cause));
  }

  private leave(): void {
    clearTimeout(this.limit);
    this.forget();
  }
}
