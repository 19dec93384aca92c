import { REPLY_MAX_CHARACTERS } from '@saathi/contracts';
import type { Readable } from 'node:stream';
import { estimateTokens } from '../personas/estimate-tokens.js';
import { ChatStream, type TokenUsage } from './chat-stream.js';
import type { Question } from './companion.js';
import { GatheredWords } from './gathered-words.js';
import { jsonRequest, type ModelConnection } from './model-connection.js';
import { ModelFailure } from './model-failure.js';
import { Watchdog } from './watchdog.js';

const SILENCE_LIMIT_MS = 10_000;
const REPLY_LIMIT_MS = 60_000;
const MAX_REPLY_TOKENS = 400;

/** One answer of one model, from the request to its last word. */
export class ModelAnswer {
  first_token_ms: number | null = null;
  outcome: 'whole' | 'stopped' | 'failed' = 'failed';
  private readonly stream = new ChatStream();
  private readonly startedAt = performance.now();
  private characters = 0;
  private isBlank = true;
  private endedAt: number | undefined;

  constructor(
    private readonly connection: ModelConnection,
    readonly model: string,
    private readonly question: Question,
  ) {}

  /** Why the model stopped. */
  get finish_reason(): string | null {
    return this.stream.finish_reason;
  }

  get total_ms(): number {
    return Math.round((this.endedAt ?? performance.now()) - this.startedAt);
  }

  /** What the model says it took; our own guess when it does not say. */
  get usage(): TokenUsage & { readonly estimated: boolean } {
    if (this.stream.usage !== undefined) return { ...this.stream.usage, estimated: false };
    const asked = this.question.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
    return {
      tokens_in: asked,
      tokens_cached: 0,
      tokens_out: Math.ceil(this.characters / 4),
      estimated: true,
    };
  }

  /**
   * The answer, piece by piece as it comes. Ends early when the question is withdrawn.
   * @param user a digest of who asks
   * @param firstWithinMs how long the first word may take
   * @throws ModelFailure when it is not whole
   */
  async *pieces(user: string, firstWithinMs: number): AsyncGenerator<string, void, undefined> {
    const { signal } = this.question;
    const watchdog = new Watchdog(firstWithinMs, SILENCE_LIMIT_MS, REPLY_LIMIT_MS);
    const withdraw = (): void => {
      watchdog.abort(new Error('the answer is not wanted any more'));
    };
    if (signal.aborted) withdraw();
    signal.addEventListener('abort', withdraw, { once: true });
    try {
      yield* this.read(user, watchdog);
      this.outcome = 'whole';
    } catch (error) {
      if (!signal.aborted) throw failureOf(watchdog.signal.aborted ? watchdog.signal.reason : error);
      this.outcome = 'stopped';
    } finally {
      signal.removeEventListener('abort', withdraw);
      watchdog.stop();
      this.endedAt = performance.now();
    }
  }

  private async *read(user: string, watchdog: Watchdog): AsyncGenerator<string, void, undefined> {
    const words = new GatheredWords(await this.open(user, watchdog.signal), (bytes) =>
      this.take(bytes, watchdog),
    );
    try {
      for (let said = await words.next(); said !== undefined; said = await words.next()) yield said;
    } finally {
      words.close();
    }
    // A connection that was cut ends as quietly as one that is done; only this tells them apart.
    if (this.finish_reason === null) throw new ModelFailure('broken', 'the answer was cut short');
    if (this.isBlank && this.finish_reason !== 'content_filter')
      throw new ModelFailure('broken', 'the answer was empty');
  }

  private take(bytes: Uint8Array, watchdog: Watchdog): string {
    const text = this.stream.push(bytes);
    if (text === '') return text;
    this.first_token_ms ??= Math.round(performance.now() - this.startedAt);
    watchdog.heard();
    this.characters += text.length;
    if (this.characters > REPLY_MAX_CHARACTERS) throw new ModelFailure('broken', 'the answer is too long');
    this.isBlank &&= text.trim() === '';
    return text;
  }

  private open(user: string, signal: AbortSignal): Promise<Readable> {
    const body = {
      model: this.model,
      messages: this.question.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_completion_tokens: MAX_REPLY_TOKENS,
      // Its successor `safety_identifier` is refused by servers that are otherwise compatible.
      user,
    };
    return this.connection.open('/chat/completions', jsonRequest(body), signal);
  }
}

/** What went wrong with a call, in words of ours. */
const failureOf = (error: unknown): ModelFailure => {
  if (error instanceof ModelFailure) return error;
  const isOurs = error instanceof Error && !('code' in error);
  return isOurs
    ? new ModelFailure('unreachable', error.message)
    : new ModelFailure('broken', 'the connection broke off', undefined, { cause: error });
};
