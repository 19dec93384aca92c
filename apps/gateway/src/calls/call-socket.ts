import { Logger } from '@nestjs/common';
import {
  CALL_CLOSE_CODES,
  DomainError,
  readCallerFrame,
  readSoundSeq,
  type CalleeFrame,
  type CallerFrame,
  type JoinedCallView,
} from '@saathi/contracts';
import type { NatsLink, RpcClient } from '@saathi/messaging';
import { v7 as newId } from 'uuid';
import type { RawData, WebSocket } from 'ws';
import { CallOwner, type CallLoss } from './call-owner.js';
import { PaceMeter } from './pace-meter.js';

const HELLO_LIMIT_MS = 5000;
const PING_MS = 1000;
/** Of whom nothing is heard for so long, not even the answer to a ping, nothing is known. */
const AWAY_MS = 2500;
const DEAD_MS = 12_000;
const MOST_WAITING_BYTES = 512 * 1024;
/** More frames in a second, besides those of sound, come from no person. */
const MOST_FRAMES = 200;

const CLOSE = { restart: 1012, overloaded: 1013, auth: 4001, replaced: 4003, paywall: 4402 } as const;

/** One web socket of somebody who calls. */
export class CallSocket {
  private readonly log = new Logger(CallSocket.name);
  private readonly owner: CallOwner;
  private call: JoinedCallView | undefined;
  private isGreeted = false;
  private heardAt = Date.now();
  private frames = 0;
  private readonly pace = new PaceMeter();
  private readonly helloTimer = setTimeout(() => {
    this.close(CLOSE.auth, 'say hello first');
  }, HELLO_LIMIT_MS);
  private readonly pingTimer = setInterval(() => {
    if (this.silentMs > DEAD_MS) this.socket.terminate();
    else this.socket.ping();
  }, PING_MS);
  private readonly countTimer = setInterval(() => {
    this.frames = 0;
  }, 1000);

  constructor(
    private readonly socket: WebSocket,
    rpc: RpcClient,
    link: NatsLink,
    private readonly onJoined: (call: JoinedCallView) => void,
    onGone: () => void,
  ) {
    this.owner = new CallOwner(rpc, link, {
      isThere: () => this.silentMs < AWAY_MS,
      onFrame: (frame) => {
        this.show(frame);
      },
      onVoice: (bytes) => {
        this.write(bytes);
      },
      onLoss: (loss) => {
        this.lose(loss);
      },
    });
    socket.on('message', (data, isBinary) => {
      this.read(data, isBinary);
    });
    socket.on('pong', () => (this.heardAt = Date.now()));
    socket.on('error', (error) => {
      this.log.debug('the socket of a call failed', {}, error);
    });
    socket.on('close', () => {
      clearTimeout(this.helloTimer);
      clearInterval(this.pingTimer);
      clearInterval(this.countTimer);
      this.owner.close();
      onGone();
    });
  }

  /** Whose call it is; undefined until it is known. */
  get joined(): JoinedCallView | undefined {
    return this.call;
  }

  /** A newer socket has the call. */
  replace(): void {
    this.close(CLOSE.replaced, 'replaced');
  }

  /** The gateway goes away: the call goes on at another one. */
  drain(): void {
    this.send({ type: 'drain' });
    this.close(CLOSE.restart, 'restart');
  }

  /** The login that the call was started with has ended. */
  hangUp(): void {
    this.owner.send({ type: 'bye' });
    this.close(CLOSE.auth, 'signed out');
  }

  private get silentMs(): number {
    return Date.now() - this.heardAt;
  }

  private read(data: RawData, isBinary: boolean): void {
    this.heardAt = Date.now();
    if (isBinary && Buffer.isBuffer(data) && this.takeSound(data)) return;
    this.frames += 1;
    if (this.frames > MOST_FRAMES) {
      this.close(CLOSE.overloaded, 'too many frames');
      return;
    }
    const frame = Buffer.isBuffer(data) && !isBinary ? readCallerFrame(data.toString('utf8')) : undefined;
    if (frame === undefined) this.send({ type: 'error', code: 'validation_failed', retryable: false });
    else if (frame.type === 'hello') void this.greet(frame);
    else if (this.call !== undefined) this.take(frame);
  }

  /** @returns whether it is a frame of a microphone */
  private takeSound(bytes: Buffer): boolean {
    const seq = readSoundSeq(bytes, 'mic');
    if (seq === undefined) return false;
    if (!this.pace.take(performance.now())) this.close(CLOSE.overloaded, 'faster than time');
    // Nobody was granted to be heard before; what is sent by a client in text mode is not for us.
    else if (this.call?.mode === 'audio') this.owner.sendSound(seq, bytes);
    return true;
  }

  private take(frame: Exclude<CallerFrame, { type: 'hello' }>): void {
    switch (frame.type) {
      case 'text': {
        const { text, final, id } = frame;
        if (!final) this.owner.send({ type: 'partial' });
        else if (text.trim() !== '')
          this.owner.send({ type: 'said', message_id: id ?? newId(), text: text.trim() });
        break;
      }
      case 'ping':
        this.send({ type: 'pong', t: frame.t });
        break;
      case 'played':
      case 'mute':
      case 'bye':
        this.owner.send(frame);
        break;
      case 'voice':
    }
  }

  private async greet({ ticket, resume, mode }: Extract<CallerFrame, { type: 'hello' }>): Promise<void> {
    if (this.isGreeted) return;
    this.isGreeted = true;
    clearTimeout(this.helloTimer);
    try {
      const joined = await this.owner.join({
        ticket: resume === undefined ? ticket : null,
        resume_token: resume?.token ?? null,
        last_rid: resume?.rid ?? 0,
        played_ms: resume?.played_ms ?? 0,
        mode,
      });
      this.call = joined;
      this.onJoined(joined);
      const { call_id, session_id, resume_token, remaining_ms, resumed, ack_seq, mode: granted } = joined;
      this.send({
        type: 'ready',
        call_id,
        session_id,
        resume_token,
        remaining_ms,
        resumed,
        ack_seq,
        mode: granted,
      });
      this.owner.open();
    } catch (error) {
      this.refuse(error);
    }
  }

  private refuse(error: unknown): void {
    const code = error instanceof DomainError ? error.code : 'internal';
    if (code === 'unauthorized') this.close(CLOSE.auth, 'this call is over, or the ticket was used');
    else if (code === 'paywall_call_seconds') this.close(CLOSE.paywall, 'paywall');
    else {
      this.log.warn('a call could not be joined', {}, error);
      this.send({ type: 'error', code, retryable: true });
      this.close(CLOSE.restart, 'try again');
    }
  }

  private show(frame: CalleeFrame): void {
    this.send(frame);
    if (frame.type === 'end') this.close(CALL_CLOSE_CODES[frame.reason], frame.reason);
  }

  private lose(loss: CallLoss): void {
    if (loss === 'replaced') this.replace();
    else if (loss === 'over') this.close(CALL_CLOSE_CODES.lost, 'lost');
    else this.close(CLOSE.restart, 'try again');
  }

  private send(frame: object): void {
    this.write(JSON.stringify(frame));
  }

  private write(data: string | Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MOST_WAITING_BYTES) this.close(CLOSE.overloaded, 'too slow');
    else this.socket.send(data);
  }

  private close(code: number, reason: string): void {
    this.owner.close();
    this.socket.close(code, reason);
  }
}
