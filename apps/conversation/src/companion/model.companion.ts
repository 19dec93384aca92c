import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { ConversationConfig } from '../conversation.config.js';
import { languageOf } from '../language/language-of.js';
import { Companion, type Question } from './companion.js';
import type { ModelCall } from './model-call.js';
import { ModelFailure } from './model-failure.js';
import { costInPaise, readPrices, type ModelPrice } from './model-price.js';
import type { ModelAnswer } from './model-answer.js';
import { ModelEndpoint, type BegunAnswer } from './model-endpoint.js';
import { politeRefusals } from './polite-refusals.js';
import { pauseBeforeRetry } from './retry-policy.js';

/** A companion behind one or two OpenAI-compatible addresses. */
@Injectable()
export class ModelCompanion extends Companion {
  private readonly log = new Logger(ModelCompanion.name);
  private readonly endpoints: readonly ModelEndpoint[];
  private readonly prices: ReadonlyMap<string, ModelPrice>;
  private underWay = 0;

  constructor(private readonly config: ConversationConfig) {
    super();
    this.endpoints = endpointsOf(config).map((address) => new ModelEndpoint(address));
    this.prices = readPrices(config.OPENAI_PRICES);
  }

  async *reply(question: Question, note: (call: ModelCall) => void): AsyncIterable<string> {
    // A process that takes on more than it can do does nothing in time.
    if (this.underWay >= this.config.OPENAI_MAX_CONCURRENT)
      throw unavailable(new Error('too many replies are under way in this process'));
    this.underWay += 1;
    try {
      const begun = await this.begin(question, note);
      if (begun === undefined) return;
      yield* begun.pieces;
      if (begun.answer.finish_reason === 'content_filter')
        yield politeRefusals[languageOf(question.messages.at(-1)?.content ?? '')];
    } catch (error) {
      throw unavailable(error);
    } finally {
      this.underWay -= 1;
    }
  }

  /** @returns undefined when the question was withdrawn */
  private async begin(question: Question, note: (call: ModelCall) => void): Promise<BegunAnswer | undefined> {
    const deadline = performance.now() + this.config.OPENAI_TIMEOUT_MS;
    let failure: unknown;
    for (const [index, endpoint] of this.endpoints.entries()) {
      for (let retries = 0; ; retries += 1) {
        try {
          return await endpoint.begin(question, this.limitOf(index, deadline), (answer) => {
            note(this.callOf(answer));
          });
        } catch (error) {
          failure = error;
          this.report(error, index);
        }
        const wait = index === 0 ? pauseBeforeRetry(failure, retries, Math.random()) : undefined;
        if (wait === undefined || performance.now() + wait >= deadline) break;
        if (!(await waited(wait, question.signal))) return undefined;
      }
    }
    throw failure;
  }

  /** The first words may take until the deadline; a second address is given its own time. */
  private limitOf(index: number, deadline: number): number {
    return index === 0 ? Math.max(1, deadline - performance.now()) : this.config.OPENAI_TIMEOUT_MS;
  }

  private callOf(answer: ModelAnswer): ModelCall {
    const { model, usage, first_token_ms, total_ms, outcome } = answer;
    const price = this.prices.get(model);
    return {
      ...usage,
      purpose: 'reply',
      model,
      first_token_ms,
      total_ms,
      outcome,
      cost_paise: price === undefined ? null : costInPaise(usage, price),
    };
  }

  private report(failure: unknown, index: number): void {
    const address = index === 0 ? 'first' : 'second';
    if (!(failure instanceof ModelFailure)) this.log.error('a model call failed', { address }, failure);
    // A key that is not accepted, an address that is wrong: that mends itself in no retry.
    else if (failure.kind === 'refused')
      this.log.error('the model refuses its calls', { address, reason: failure.message });
    else this.log.warn('a model call failed', { address, kind: failure.kind, reason: failure.message });
  }
}

const endpointsOf = (config: ConversationConfig): { base_url: string; api_key: string; model: string }[] => {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL } = config;
  const { OPENAI_FALLBACK_BASE_URL, OPENAI_FALLBACK_API_KEY, OPENAI_FALLBACK_MODEL } = config;
  const first = { base_url: OPENAI_BASE_URL, api_key: OPENAI_API_KEY, model: OPENAI_MODEL };
  if (OPENAI_FALLBACK_BASE_URL === undefined) return [first];
  const second = {
    base_url: OPENAI_FALLBACK_BASE_URL,
    api_key: OPENAI_FALLBACK_API_KEY ?? OPENAI_API_KEY,
    model: OPENAI_FALLBACK_MODEL ?? OPENAI_MODEL,
  };
  return [first, second];
};

/** @returns false when the wait was broken off */
const waited = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  pause(milliseconds, true, { signal }).catch(() => false);

const unavailable = (cause: unknown): DomainError =>
  new DomainError(
    'model_unavailable',
    'The companion cannot answer right now. Your message is kept; try again.',
    {},
    { cause },
  );
