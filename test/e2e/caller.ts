import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Answer, Person } from './person.js';
import type { Stack } from './stack.js';

/** How long a call goes on without a socket before a client gives up. */
const GRACE_MS = 15_000;

/** Somebody on a call in text mode, who listens quickly: whatever was sent to be spoken was heard at once. */
export class TextCaller {
  readonly frames: any[] = [];
  /** Set when the call is over. */
  closedWith: number | undefined;
  /** Whether replies are reported as heard. */
  listens = true;
  resumedAfterMs: number | undefined;
  private socket: WebSocket | undefined;
  private ready: any;
  private rid = 0;
  private readonly unstored = new Map<string, string>();

  private constructor(
    private readonly stack: Stack,
    readonly permit: Answer['body'],
  ) {}

  static async call(stack: Stack, person: Person): Promise<TextCaller> {
    const { status, body } = await person.post('/v1/calls', {});
    if (status !== 201) throw new Error(`no call: ${String(status)} ${JSON.stringify(body)}`);
    const caller = new TextCaller(stack, body);
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
    return eventually(() => {
      const final = this.frames.slice(from).find(({ type }) => type === 'ai.final');
      if (final === undefined) throw new Error('no reply yet');
      return Promise.resolve(final);
    }, withinMs);
  }

  find(type: string, withinMs = 10_000): Promise<any> {
    return eventually(() => {
      const found = this.frames.find((frame) => frame.type === type);
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

  private async dial(): Promise<void> {
    const resume = this.ready === undefined ? {} : { resume: this.resume };
    const socket = new WebSocket(
      `${this.stack.url.replace('http', 'ws')}${this.permit.url}`,
      'saathi.call.v1',
    );
    this.socket = socket;
    let hasOpened = false;
    socket.on('message', (data) => {
      this.hear(JSON.parse(String(data)));
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
    this.send({ type: 'hello', v: 1, ticket: this.permit.ticket, mode: 'text', ...resume });
    if (this.ready === undefined) await this.find('ready');
  }

  private async redial(): Promise<void> {
    const lost = Date.now();
    const before = this.frames.length;
    while (Date.now() - lost < GRACE_MS) {
      try {
        await this.dial();
        await eventually(() => {
          if (!this.frames.slice(before).some(({ type }) => type === 'ready')) throw new Error('not ready');
          return Promise.resolve();
        }, 2000);
        this.resumedAfterMs = Date.now() - lost;
        for (const [id, text] of this.unstored)
          this.send({ type: 'text', text, final: true, lang: 'hi-IN', id });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    this.closedWith = 1006;
  }

  private get resume(): object {
    return { token: this.ready.resume_token, last_seq: 0, rid: this.rid, played_ms: 0 };
  }

  private hear(frame: any): void {
    this.frames.push(frame);
    if (frame.type === 'ready') this.ready = frame;
    if (frame.type === 'ai.start') this.rid = frame.rid;
    if (frame.type === 'user.final') this.unstored.delete(frame.message_id);
    if (frame.type === 'ai.audio_end' && this.listens)
      this.send({ type: 'played', rid: frame.rid, ms: frame.total_ms, done: true });
  }
}
