import { Injectable } from '@nestjs/common';
import { DomainError, REPLY_MAX_CHARACTERS } from '@saathi/contracts';
import OpenAI from 'openai';
import { ConversationConfig } from '../conversation.config.js';
import type { PromptMessage } from '../personas/build-prompt.js';
import { Companion } from './companion.js';
import { Watchdog } from './watchdog.js';

const SILENCE_LIMIT_MS = 10_000;
const REPLY_LIMIT_MS = 60_000;
const MAX_REPLY_TOKENS = 400;

/** A companion behind any OpenAI-compatible address. */
@Injectable()
export class OpenAiCompanion extends Companion {
  private readonly client: OpenAI;

  constructor(private readonly config: ConversationConfig) {
    super();
    this.client = new OpenAI({
      apiKey: config.OPENAI_API_KEY,
      baseURL: config.OPENAI_BASE_URL,
      // The package's own limits are ten minutes and two silent repetitions, and none on the body.
      maxRetries: 0,
      timeout: config.OPENAI_TIMEOUT_MS,
      // It would print raw chunks, which are somebody's private words.
      logLevel: 'off',
    });
  }

  async *reply(messages: readonly PromptMessage[], signal: AbortSignal): AsyncIterable<string> {
    const watchdog = new Watchdog(this.config.OPENAI_TIMEOUT_MS, SILENCE_LIMIT_MS, REPLY_LIMIT_MS);
    try {
      yield* this.chunks(messages, AbortSignal.any([signal, watchdog.signal]), watchdog);
    } catch (cause) {
      if (!signal.aborted) throw unavailable(cause);
    } finally {
      watchdog.stop();
    }
    if (watchdog.signal.aborted && !signal.aborted) throw unavailable(watchdog.signal.reason);
  }

  private async *chunks(
    messages: readonly PromptMessage[],
    signal: AbortSignal,
    watchdog: Watchdog,
  ): AsyncIterable<string> {
    const stream = await this.client.chat.completions.create(
      {
        model: this.config.OPENAI_MODEL,
        messages: [...messages],
        stream: true,
        max_completion_tokens: MAX_REPLY_TOKENS,
      },
      { signal },
    );
    let characters = 0;
    let finished = false;
    let blank = true;
    for await (const { choices } of stream) {
      const [choice] = choices;
      // No column can hold NUL.
      const text = choice?.delta.content?.replaceAll('\0', '') ?? '';
      characters += text.length;
      // The first chunk only names the role: no word has come by it.
      if (characters > 0) watchdog.heard();
      blank &&= text.trim() === '';
      if (characters > REPLY_MAX_CHARACTERS) throw new Error('the answer is too long');
      if (text !== '') yield text;
      finished ||= choice?.finish_reason != null;
    }
    // A connection that was cut ends as quietly as one that is done; only this tells them apart.
    if (!finished && !signal.aborted) throw new Error('the answer was cut short');
    if (blank && !signal.aborted) throw new Error('the answer was empty');
  }
}

const unavailable = (cause: unknown): DomainError =>
  new DomainError(
    'model_unavailable',
    'The companion cannot answer right now. Your message is kept; try again.',
    {},
    { cause },
  );
