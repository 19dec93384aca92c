import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Answer, Person } from './person.js';
import type { Stack } from './stack.js';

/** How long a call goes on without a socket before a client gives up. */
const GRACE_MS = 15_000;

export const startCall = async (person: Person): Promise<Answer['body']> => {
  const { status, body } = await person.post('/v1/calls', {});
  if (status !== 201) throw new Error(`no call: ${String(status)} ${JSON.stringify(body)}`);
  return body;
};

/** Somebody on a call, who calls again when the line breaks. */
export abstract class Caller {
  readonly frames: any[] = [];
  /** Set when the call is over. */
  closedWith: number | undefined;
  resumedAfterMs: number | undefined;
  protected ready: any;
  protected rid = 0;
  private socket: WebSocket | undefined;
  private awayMs = 0;

  protected constructor(
    private readonly stack: Stack,
    readonly permit: Answer['body'],
    private readonly mode: 'audio' | 'text',
  ) {}

  find(type: string, withinMs = 10_000, from = 0): Promise<any> {
    return eventually(() => {
      const found = this.frames.slice(from).find((frame) => frame.type === type);
      if (found === undefined) throw new Error(`no ${type} yet`);
      return Promise.resolve(found);
    }, withinMs);
  }

  send(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  /** Hangs up and waits until the server has. */
  async hangUp(): Promise<void> {
    this.send({ type: 'bye' });
    await this.closed();
  }

  /** Loses the line, and calls again after a while. */
  lose(forMs: number): void {
    this.awayMs = forMs;
    this.socket?.terminate();
  }

  /** The line falls dead, and neither side is told. */
  freeze(): void {
    this.socket?.pause();
  }

  /** The line lives again. */
  thaw(): void {
    this.socket?.resume();
  }

  /** Vanishes without a word. */
  vanish(): void {
    this.closedWith = 0;
    this.socket?.terminate();
  }

  closed(withinMs = 20_000): Promise<number> {
    return eventually(() => {
      if (this.closedWith === undefined) throw new Error('still on the line');
      return Promise.resolve(this.closedWith);
    }, withinMs);
  }

  protected async dial(): Promise<void> {
    const resume = this.ready === undefined ? {} : { resume: this.resume };
    const socket = new WebSocket(
      `${this.stack.url.replace('http', 'ws')}${this.permit.url}`,
      'saathi.call.v1',
    );
    this.socket = socket;
    let hasOpened = false;
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.hearVoice(data);
      else this.hear(JSON.parse(String(data)));
    });
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (this.closedWith !== undefined) return;
      if (![1006, 1012].includes(code)) this.closedWith = code;
      // One that never opened is the redialling itself at work.
      else if (hasOpened) void this.redial();
    });
    await once(socket, 'open');
    hasOpened = true;
    this.send({ type: 'hello', v: 1, ticket: this.permit.ticket, mode: this.mode, ...resume });
    if (this.ready === undefined) await this.find('ready');
  }

  private async redial(): Promise<void> {
    const lost = Date.now();
    const before = this.frames.length;
    await pause(this.awayMs);
    while (Date.now() - lost < GRACE_MS) {
      try {
        await this.dial();
        await eventually(() => {
          if (!this.frames.slice(before).some(({ type }) => type === 'ready')) throw new Error('not ready');
          return Promise.resolve();
        }, 2000);
        this.resumedAfterMs = Date.now() - lost;
        this.sayAgain();
        return;
      } catch {
        await pause(100);
      }
    }
    this.closedWith = 1006;
  }

  /** What is not known to be stored goes over the new line. */
  protected abstract sayAgain(): void;

  protected abstract get resume(): object;

  protected hear(frame: any): void {
    this.frames.push(frame);
    if (frame.type === 'ready') this.ready = frame;
    if (frame.type === 'ai.start') this.rid = frame.rid;
  }

  protected hearVoice(_bytes: Buffer): void {
    throw new Error('a voice where none was asked for');
  }

  protected sendSound(bytes: Uint8Array): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }
}

/** Somebody on a call in text mode, who listens quickly: whatever was sent to be spoken was heard at once. */
export class TextCaller extends Caller {
  /** Whether replies are reported as heard. */
  listens = true;
  /** How much of the newest reply was heard, as told when the line is back; 0 tells nothing. */
  heardMs = 0;
  private readonly unstored = new Map<string, string>();

  static override async call(stack: Stack, person: Person): Promise<TextCaller> {
    const caller = new TextCaller(stack, await startCall(person), 'text');
    await caller.dial();
    return caller;
  }

  /** Says something, under an id of its own unless one is given. @returns the id of the message */
  say(text: string, id: string = randomUUID()): string {
    this.unstored.set(id, text);
    this.send({ type: 'text', text, final: true, lang: 'hi-IN', id });
    return id;
  }

  /** Says something and hears the reply to its end. */
  async talk(text: string, withinMs = 20_000): Promise<any> {
    const from = this.frames.length;
    this.say(text);
    return this.find('ai.final', withinMs, from);
  }

  protected override sayAgain(): void {
    for (const [id, text] of this.unstored) this.send({ type: 'text', text, final: true, lang: 'hi-IN', id });
  }

  protected override get resume(): object {
    return { token: this.ready.resume_token, last_seq: 0, rid: this.rid, played_ms: this.heardMs };
  }

  protected override hear(frame: any): void {
    super.hear(frame);
    if (frame.type === 'user.final') this.unstored.delete(frame.message_id);
    if (frame.type === 'ai.audio_end' && this.listens)
      this.send({ type: 'played', rid: frame.rid, ms: frame.total_ms, done: true });
  }
}
