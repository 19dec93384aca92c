import { Logger } from '@nestjs/common';
import {
  conversationRpc,
  DomainError,
  isCallSound,
  type CalleeFrame,
  type CallDownFrame,
  type CallUpFrame,
  type JoinCallRequest,
  type JoinedCallView,
} from '@saathi/contracts';
import { callSubject, type NatsLink, type RpcClient } from '@saathi/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { MicRing } from './mic-ring.js';

const ALIVE_MS = 1000;
/** An owner that is not heard for three beats is taken for dead. */
const OWNER_SILENT_MS = 1500;
const TRY_AGAIN_MS = 250;
/** Nobody took the call over: it is ended by the sweep then. */
const GIVE_UP_MS = 15_000;

/** What became of a call whose owner was looked for. */
export type CallLoss = 'over' | 'replaced' | 'unavailable';

/** Who is told what the owner of a call says. */
export interface CallHearer {
  /** Whether they were heard of lately: a line may be broken without anybody having been told. */
  readonly isThere: () => boolean;
  readonly onFrame: (frame: CalleeFrame) => void;
  /** A frame of the companion's voice, as it goes over the wire. */
  readonly onVoice: (bytes: Uint8Array) => void;
  readonly onLoss: (loss: CallLoss) => void;
}

/**
 * The line from a gateway to whoever holds a call. When its owner falls silent another is found, and told again what the
 * first may not have stored.
 */
export class CallOwner {
  private readonly log = new Logger(CallOwner.name);
  /** What was said and is not known to be stored. */
  private readonly unstored = new Map<string, CallUpFrame>();
  private readonly ring = new MicRing();
  private request: JoinCallRequest | undefined;
  private joined: JoinedCallView | undefined;
  private leaveLine: () => void = () => undefined;
  private heardAt = Date.now();
  private lastRid = 0;
  private isSeeking = false;
  /** Whether sound may go on its way: what was heard before has to go first. */
  private isOpen = false;
  private isClosed = false;
  private readonly timer = setInterval(() => {
    this.tick();
  }, ALIVE_MS / 2);

  constructor(
    private readonly rpc: RpcClient,
    private readonly link: NatsLink,
    private readonly hearer: CallHearer,
  ) {}

  /** @throws DomainError see `conversationRpc.joinCall` */
  async join(request: JoinCallRequest): Promise<JoinedCallView> {
    this.request = request;
    this.lastRid = request.last_rid;
    const joined = await this.rpc.call(conversationRpc.joinCall, request);
    await this.listen(joined);
    return joined;
  }

  /** Tells the owner that the line is open. Frames come from then on. */
  open(): void {
    this.isOpen = true;
    this.publish({ type: 'alive' });
    for (const bytes of this.ring.all) this.publishBytes(bytes);
    for (const frame of this.unstored.values()) this.publish(frame);
  }

  send(frame: CallUpFrame): void {
    if (frame.type === 'said') this.unstored.set(frame.message_id, frame);
    this.publish(frame);
  }

  /** Hands on a frame of the microphone. It is kept until the owner says that it needs it no more. */
  sendSound(seq: number, bytes: Uint8Array): void {
    this.ring.add(seq, bytes);
    if (this.isOpen) this.publishBytes(bytes);
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
    this.leaveLine();
  }

  private publish(frame: CallUpFrame): void {
    this.publishBytes(JSON.stringify(frame));
  }

  private publishBytes(bytes: Uint8Array | string): void {
    if (this.joined === undefined || this.link.connection.isClosed()) return;
    const { call_id, epoch } = this.joined;
    this.link.connection.publish(callSubject('up', call_id, epoch), bytes);
  }

  private async listen(joined: JoinedCallView): Promise<void> {
    this.joined = joined;
    this.heardAt = Date.now();
    this.ring.forget(joined.ack_seq);
    const line = this.link.subscribe(callSubject('down', joined.call_id, joined.epoch), (message) => {
      if (isCallSound(message.data, 'voice')) this.hearer.onVoice(message.data);
      else this.hear(message.json<CallDownFrame>());
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
      this.hearer.onLoss('replaced');
      return;
    }
    if (frame.type === 'user.final') this.unstored.delete(frame.message_id);
    if (frame.type === 'ai.start') this.lastRid = frame.rid;
    if (frame.type === 'ack') this.ring.forget(frame.seq);
    this.hearer.onFrame(frame);
  }

  private tick(): void {
    if (this.joined === undefined || this.isSeeking) return;
    if (Date.now() - this.heardAt >= OWNER_SILENT_MS) void this.seek(this.joined.resume_token);
    else if (this.hearer.isThere()) this.publish({ type: 'alive' });
  }

  private async seek(resume_token: string): Promise<void> {
    this.isSeeking = true;
    this.isOpen = false;
    // Before anybody else is asked: it would hear that it was replaced by itself.
    this.leaveLine();
    const since = Date.now();
    this.log.warn('a call lost its owner', { call_id: this.joined?.call_id });
    while (!this.isClosed && Date.now() - since < GIVE_UP_MS) {
      try {
        const { mode } = this.request ?? {};
        await this.join({ ticket: null, resume_token, last_rid: this.lastRid, ...(mode && { mode }) });
        this.isSeeking = false;
        this.open();
        return;
      } catch (error) {
        if (error instanceof DomainError && error.code === 'unauthorized') {
          this.hearer.onLoss('over');
          return;
        }
        await pause(TRY_AGAIN_MS);
      }
    }
    if (!this.isClosed) this.hearer.onLoss('unavailable');
  }
}
