import { joinReply, listMessages, makeReplyAgain, sendMessage, stopReply } from '../../api/client';
import { isProblem, Problem } from '../../api/problem';
import { eventsOf } from '../../api/server-events';
import { networkAgain } from '../../api/network-again';
import { emptyChat, reduceChat, type ChatEvent, type ChatState } from './chat-state';

/** Which talks say something in which tab of this browser. */
const CHANNEL = 'saathi.said';
/** What is counted this soon after something was said here is most likely that. */
const ECHO_MS = 5000;

/** One talk with its session: says things, follows the replies through every break, tells what is to be shown. */
export class Conversation {
  private state = emptyChat;
  private readonly listeners = new Set<() => void>();
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly leaving = new AbortController();
  private isFollowing = false;
  private saidAt = 0;

  constructor(private readonly id: string) {
    this.channel.onmessage = ({ data }) => {
      if (data === id) void this.refresh();
    };
  }

  readonly snapshot = (): ChatState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  leave(): void {
    this.leaving.abort();
    this.channel.close();
  }

  /** Reads what was said and joins the reply under way, unless one is followed already. */
  async refresh(): Promise<void> {
    if (!this.isFollowing) await this.follow(() => this.catchUp());
  }

  /** A message of the person was counted somewhere: here, in another tab or on another device. */
  counted(): void {
    if (Date.now() - this.saidAt > ECHO_MS) void this.refresh();
  }

  /** @returns whether it was taken in; otherwise the problem says why */
  async say(text: string): Promise<boolean> {
    const key = crypto.randomUUID();
    this.saidAt = Date.now();
    this.apply({ type: 'said', text });
    await this.follow(async () => {
      await this.read(
        await this.untilReached(() => sendMessage(this.id, text, { key, signal: this.signal })),
      );
    });
    return this.state.problem === undefined || this.state.messages.at(-1)?.text === text;
  }

  async again(): Promise<void> {
    this.apply({ type: 'awaited' });
    await this.follow(async () => {
      await this.read(await this.untilReached(() => makeReplyAgain(this.id, this.signal)));
    });
  }

  async stop(): Promise<void> {
    this.apply({ type: 'stopped' });
    await stopReply(this.id).catch((error: unknown) => {
      if (!isProblem(error)) throw error;
    });
  }

  removed(id: string): void {
    this.apply({ type: 'removed', id });
  }

  private get signal(): AbortSignal {
    return this.leaving.signal;
  }

  private apply(event: ChatEvent): void {
    this.state = reduceChat(this.state, event);
    for (const listener of this.listeners) listener();
  }

  /** One thing at a time: what else comes up meanwhile is seen when it is done. */
  private async follow(work: () => Promise<void>): Promise<void> {
    this.isFollowing = true;
    try {
      await work();
    } catch (error) {
      if (this.signal.aborted) return;
      await this.fail(error instanceof Problem ? error : new Problem('internal', {}, { cause: error }));
    } finally {
      this.isFollowing = false;
    }
  }

  /** A reply that fails before it began leaves what was said: only the list tells. */
  private async fail(problem: Problem): Promise<void> {
    this.apply({ type: 'failed', problem });
    if (problem.code !== 'paywall_messages' && problem.code !== 'offline') {
      await listMessages(this.id).then(
        (messages) => {
          this.apply({ type: 'loaded', messages });
        },
        () => undefined,
      );
    }
  }

  /** Reads a reply to its end, joining it again after every break. */
  private async read(answer: Response): Promise<void> {
    let isFirst = true;
    for (let next = answer; next.status !== 204;) {
      const isWhole = await this.readFrames(next, isFirst);
      if (isWhole) return;
      isFirst = false;
      this.apply({ type: 'cut' });
      next = await this.untilReached(() => joinReply(this.id, this.state.reply?.last ?? 0, this.signal));
    }
    this.apply({ type: 'loaded', messages: await this.untilReached(() => listMessages(this.id)) });
    this.apply({ type: 'settled' });
  }

  /** @returns whether the reply came to its end */
  private async readFrames(answer: Response, isFirst: boolean): Promise<boolean> {
    try {
      for await (const frame of eventsOf(answer)) {
        this.apply({ type: 'frame', frame });
        // From now on another tab that joins finds it.
        if (isFirst && frame.event === 'message') this.channel.postMessage(this.id);
        if (frame.event === 'done' || frame.event === 'problem') return true;
      }
    } catch (error) {
      if (this.signal.aborted) throw error;
    }
    return false;
  }

  private async catchUp(): Promise<void> {
    const messages = await this.untilReached(() => listMessages(this.id));
    this.apply({ type: 'loaded', messages });
    if (messages.at(-1)?.role !== 'user') return;
    const answer = await this.untilReached(() => joinReply(this.id, 0, this.signal));
    if (answer.status === 204) return;
    this.apply({ type: 'awaited' });
    await this.read(answer);
  }

  /** Tries again for as long as there is no network; everything else that goes wrong is thrown. */
  private async untilReached<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isProblem(error, 'offline') || this.signal.aborted) throw error;
        this.apply({ type: 'cut' });
        await networkAgain(tries, this.signal);
      }
    }
  }
}
