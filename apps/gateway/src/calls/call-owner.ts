import { Logger } from '@nestjs/common';
import {
  conversationRpc,
  DomainError,
  type CalleeFrame,
  type CallDownFrame,
  type CallUpFrame,
  type JoinCallRequest,
  type JoinedCallView,
} from '@saathi/contracts';
import { callSubject, type NatsLink, type RpcClient } from '@saathi/messaging';
import { setTimeout as pause } from 'node:timers/promises';

const ALIVE_MS = 1000;
/** An owner that is not heard for three beats is taken for dead. */
const OWNER_SILENT_MS = 1500;
const TRY_AGAIN_MS = 250;
/** Nobody took the call over: it is ended by the sweep then. */
const GIVE_UP_MS = 15_000;

/** What became of a call whose owner was looked for. */
export type CallLoss = 'over' | 'replaced' | 'unavailable';

/**
 * The line from a gateway to whoever holds a call. When its owner falls silent another is found, and told again what the
 * first may not have stored.
 */
export class CallOwner {
  private readonly log = new Logger(CallOwner.name);
  /** What was said and is not known to be stored. */
  private readonly unstored = new Map<string, CallUpFrame>();
  private joined: JoinedCallView | undefined;
  private leaveLine: () => void = () => undefined;
  private heardAt = Date.now();
  private lastRid = 0;
  private isSeeking = false;
  private isClosed = false;
  private readonly timer = setInterval(() => {
    this.tick();
  }, ALIVE_MS / 2);

  constructor(
    private readonly rpc: RpcClient,
    private readonly link: NatsLink,
    private readonly onFrame: (frame: CalleeFrame) => void,
    private readonly onLoss: (loss: CallLoss) => void,
  ) {}

  /** @throws DomainError see `conversationRpc.joinCall` */
  async join(request: JoinCallRequest): Promise<JoinedCallView> {
    this.lastRid = request.last_rid;
    const joined = await this.rpc.call(conversationRpc.joinCall, request);
    await this.listen(joined);
    return joined;
  }

  /** Tells the owner that the line is open. Frames come from then on. */
  open(): void {
    this.publish({ type: 'alive' });
    for (const frame of this.unstored.values()) this.publish(frame);
  }

  send(frame: CallUpFrame): void {
    if (frame.type === 'said') this.unstored.set(frame.message_id, frame);
    this.publish(frame);
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
    this.leaveLine();
  }

  private publish(frame: CallUpFrame): void {
    if (this.joined === undefined || this.link.connection.isClosed()) return;
    const { call_id, epoch } = this.joined;
    this.link.connection.publish(callSubject('up', call_id, epoch), JSON.stringify(frame));
  }

  private async listen(joined: JoinedCallView): Promise<void> {
    this.joined = joined;
    this.heardAt = Date.now();
    const line = this.link.subscribe(callSubject('down', joined.call_id, joined.epoch), (message) => {
      this.hear(message.json<CallDownFrame>());
    });
    this.leaveLine = () => {
      line.unsubscribe();
    };
    if (this.isClosed) this.leaveLine();
    await this.link.confirm();
  }

  private hear(frame: CallDownFrame): void {
    this.heardAt = Date.now();
    if (frame.type === 'beat') return;
    if (frame.type === 'replaced') {
      this.onLoss('replaced');
      return;
    }
    if (frame.type === 'user.final') this.unstored.delete(frame.message_id);
    if (frame.type === 'ai.start') this.lastRid = frame.rid;
    this.onFrame(frame);
  }

  private tick(): void {
    if (this.joined === undefined || this.isSeeking) return;
    if (Date.now() - this.heardAt < OWNER_SILENT_MS) this.publish({ type: 'alive' });
    else void this.seek(this.joined.resume_token);
  }

  private async seek(resume_token: string): Promise<void> {
    this.isSeeking = true;
    // Before anybody else is asked: it would hear that it was replaced by itself.
    this.leaveLine();
    const since = Date.now();
    this.log.warn('a call lost its owner', { call_id: this.joined?.call_id });
    while (!this.isClosed && Date.now() - since < GIVE_UP_MS) {
      try {
        await this.join({ ticket: null, resume_token, last_rid: this.lastRid });
        this.isSeeking = false;
        this.open();
        return;
      } catch (error) {
        if (error instanceof DomainError && error.code === 'unauthorized') {
          this.onLoss('over');
          return;
        }
        await pause(TRY_AGAIN_MS);
      }
    }
    if (!this.isClosed) this.onLoss('unavailable');
  }
}
