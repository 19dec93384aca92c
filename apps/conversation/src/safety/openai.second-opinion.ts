import { Injectable, Logger } from '@nestjs/common';
import OpenAI from 'openai';
import type { ModelCall } from '../companion/model-call.js';
import { jsonRequest, ModelConnection } from '../companion/model-connection.js';
import { ModelFailure } from '../companion/model-failure.js';
import { costInPaise, readPrices, type ModelPrice } from '../companion/model-price.js';
import { ConversationConfig } from '../conversation.config.js';
import { seesSelfHarm } from './moderation-verdict.js';
import type { DangerLevel } from './screen.js';
import { SecondOpinion, type Opinion, type Suspect } from './second-opinion.js';

/** Nobody waits longer for a reply because of it. */
const MODERATION_LIMIT_MS = 700;
const CLASSIFICATION_LIMIT_MS = 1500;
/** How long an address is left alone that failed, and one that has no moderation at all. */
const REST_MS = 10_000;
const ABSENT_REST_MS = 600_000;

const CLASSIFY =
  'A message of a person to a companion follows. Answer with one word. ideation: they think of dying or of hurting ' +
  'themselves. intent: they are about to, or have a plan. none: neither, also when it is a way of speaking, a joke, a ' +
  'story, or about somebody else long ago.';

/** The provider's moderation, and for words that can mean both a question to the model. */
@Injectable()
export class OpenAiSecondOpinion extends SecondOpinion {
  private readonly log = new Logger(OpenAiSecondOpinion.name);
  private readonly client: OpenAI;
  private readonly prices: ReadonlyMap<string, ModelPrice>;
  private readonly connection: ModelConnection;
  private restUntil = 0;

  constructor(private readonly config: ConversationConfig) {
    super();
    this.prices = readPrices(config.OPENAI_PRICES);
    this.connection = new ModelConnection(config.OPENAI_BASE_URL, config.OPENAI_API_KEY);
    this.client = new OpenAI({
      apiKey: config.OPENAI_API_KEY,
      baseURL: config.OPENAI_BASE_URL,
      maxRetries: 0,
      // It would print what people wrote.
      logLevel: 'off',
    });
  }

  ask({ text, screening }: Suspect, note: (call: ModelCall) => void): Promise<Opinion> | undefined {
    const asksModeration =
      this.config.OPENAI_MODERATION_MODEL !== 'none' && performance.now() >= this.restUntil;
    if (!asksModeration && screening.level !== 'doubt') return undefined;
    return this.read(text, asksModeration, screening.level === 'doubt', note);
  }

  private async read(
    text: string,
    asksModeration: boolean,
    isDoubtful: boolean,
    note: (call: ModelCall) => void,
  ): Promise<Opinion> {
    if (asksModeration && (await this.isFlagged(text))) return { level: 'ideation', source: 'moderation' };
    const level = isDoubtful ? await this.classify(text, note) : 'none';
    return { level, source: 'classification' };
  }

  private async isFlagged(text: string): Promise<boolean> {
    try {
      return seesSelfHarm(
        await this.connection.ask(
          '/moderations',
          jsonRequest({ model: this.config.OPENAI_MODERATION_MODEL, input: text }),
          AbortSignal.timeout(MODERATION_LIMIT_MS),
        ),
      );
    } catch (error) {
      const isAbsent = error instanceof ModelFailure && error.kind === 'refused';
      this.restUntil = performance.now() + (isAbsent ? ABSENT_REST_MS : REST_MS);
      this.log.warn('no moderation for a while', { rest_ms: isAbsent ? ABSENT_REST_MS : REST_MS });
      return false;
    }
  }

  private async classify(text: string, note: (call: ModelCall) => void): Promise<DangerLevel> {
    const startedAt = performance.now();
    const model = this.config.OPENAI_MODEL;
    try {
      const { choices, usage } = await this.client.chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: CLASSIFY },
            { role: 'user', content: JSON.stringify({ message: text }) },
          ],
          max_completion_tokens: 8,
        },
        { signal: AbortSignal.timeout(CLASSIFICATION_LIMIT_MS) },
      );
      const used = {
        tokens_in: usage?.prompt_tokens ?? 0,
        tokens_cached: usage?.prompt_tokens_details?.cached_tokens ?? 0,
        tokens_out: usage?.completion_tokens ?? 0,
        estimated: usage === undefined,
      };
      const price = this.prices.get(model);
      note({
        ...used,
        purpose: 'classification',
        model,
        first_token_ms: null,
        total_ms: Math.round(performance.now() - startedAt),
        outcome: 'whole',
        cost_paise: price === undefined ? null : costInPaise(used, price),
      });
      const word = choices[0]?.message.content
        ?.trim()
        .toLowerCase()
        .replaceAll(/[^a-z]/g, '');
      return word === 'intent' || word === 'ideation' ? word : 'none';
    } catch {
      return 'none';
    }
  }
}
