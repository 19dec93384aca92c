import { micFrame, readVoiceFrame, type VoiceFrame } from './call-frames';
import {
  CALL_OVER,
  readMessage,
  type CallMode,
  type ClientMessage,
  type ServerMessage,
} from './call-messages';
import { SentFrames } from './sent-frames';
import { UnheardWords } from './unheard-words';

const PROTOCOL = 'saathi.call.v1';
const PING_MS = 5000;
/** The server keeps a call without a socket for this long. */
const GRACE_MS = 15_000;
const RETRY_MS = 700;
/** How long it is waited for the server to say how long the call was. */
const FAREWELL_MS = 3000;
/** Two seconds of sound that could not be sent yet: what is silent is not worth sending then. */
const MAX_WAITING_BYTES = 64 * 1024;

export interface CallLineParts {
  readonly url: string;
  readonly ticket: string;
  readonly mode: CallMode;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onVoice: (frame: VoiceFrame) => void;
  readonly onBroken: () => void;
  readonly onClosed: (reason: string) => void;
  /** How far the reply that is being heard was heard. */
  readonly heard: () => { readonly rid: number; readonly ms: number };
}

/** The line of a call: one web socket after another, until the call is over. */
export class CallLine {
  private readonly sent = new SentFrames();
  private socket: WebSocket | undefined;
  private resumeToken: string | undefined;
  private brokenAt = 0;
  /** The newest reply, which need not be heard yet. */
  private newestRid = 0;
  private isOver = false;
  private isMuted = false;
  /** Whether the server listens: what was heard before goes first. */
  private isTakenUp = false;
  private readonly unheard = new UnheardWords();
  private readonly heartbeat = setInterval(() => {
    this.say({ type: 'ping', t: Date.now() });
  }, PING_MS);

  constructor(private readonly parts: CallLineParts) {
    this.dial();
  }

  say(message: ClientMessage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Says words; whole ones are not lost with the line. */
  tell(text: string, final: boolean, lang: string): void {
    this.say(this.unheard.add(text, final, lang));
  }

  mute(on: boolean): void {
    this.isMuted = on;
    this.say({ type: 'mute', on });
  }

  /** Sends what the microphone heard in 20 ms. */
  hear(samples: Int16Array, isSilent: boolean): void {
    const frame = this.sent.add((seq) => micFrame(seq, samples));
    const { socket } = this;
    if (socket?.readyState !== WebSocket.OPEN || !this.isTakenUp) return;
    if (isSilent && socket.bufferedAmount > MAX_WAITING_BYTES) return;
    socket.send(frame);
  }

  /** Ends the call at once. How long it was is heard a moment later, as the `end` of the server. */
  hangUp(): void {
    const { socket } = this;
    this.say({ type: 'bye' });
    this.over('done', socket?.readyState === WebSocket.OPEN ? FAREWELL_MS : 0);
  }

  private dial(): void {
    const address = new URL(this.parts.url, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address, PROTOCOL);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.greet();
    };
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      this.take(data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.socket) this.closed(code);
    };
    this.socket = socket;
  }

  private greet(): void {
    const { ticket, mode, heard } = this.parts;
    const { rid, ms } = heard();
    const played_ms = rid === this.newestRid ? ms : 0;
    this.say({
      type: 'hello',
      v: 1,
      ticket,
      mode,
      audio: { up: 'pcm16', down: 'pcm16' },
      ...(this.resumeToken === undefined
        ? {}
        : {
            resume: { token: this.resumeToken, last_seq: this.sent.last, rid: this.newestRid, played_ms },
          }),
    });
  }

  private take(data: string | ArrayBuffer): void {
    if (typeof data !== 'string') {
      const frame = readVoiceFrame(data);
      if (frame !== undefined && !this.isOver) this.parts.onVoice(frame);
      return;
    }
    const message = readMessage(data);
    if (this.isOver && message.type !== 'end') return;
    if (message.type === 'ai.start') this.newestRid = message.rid;
    if (message.type === 'ack') this.sent.forget(message.seq);
    if (message.type === 'drain') this.socket?.close();
    if (message.type === 'ready') this.begun(message.resume_token, message.ack_seq);
    this.unheard.note(message);
    this.parts.onMessage(message);
  }

  /** The server may have less than was sent or said: the rest goes again. */
  private begun(resumeToken: string, ackSeq: number): void {
    const wasBroken = this.brokenAt > 0;
    this.resumeToken = resumeToken;
    this.brokenAt = 0;
    this.isTakenUp = true;
    if (wasBroken) for (const frame of this.sent.after(ackSeq)) this.socket?.send(frame);
    if (this.isMuted) this.say({ type: 'mute', on: true });
    for (const words of this.unheard.all) this.say(words);
  }

  private closed(code: number): void {
    const reason = CALL_OVER.get(code);
    if (this.isOver) return;
    if (reason !== undefined || this.resumeToken === undefined) {
      this.over(reason ?? 'broken');
      return;
    }
    this.isTakenUp = false;
    this.brokenAt = this.brokenAt === 0 ? Date.now() : this.brokenAt;
    if (Date.now() - this.brokenAt > GRACE_MS) {
      this.over('broken');
      return;
    }
    this.parts.onBroken();
    setTimeout(() => {
      if (!this.isOver) this.dial();
    }, RETRY_MS);
  }

  private over(reason: string, closeAfterMs = 0): void {
    if (this.isOver) return;
    this.isOver = true;
    clearInterval(this.heartbeat);
    setTimeout(() => this.socket?.close(1000), closeAfterMs);
    this.parts.onClosed(reason);
  }
}
