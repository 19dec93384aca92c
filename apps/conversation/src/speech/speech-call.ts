import type { TokenUsage } from '../companion/chat-stream.js';
import type { ModelCall } from '../companion/model-call.js';
import { costInPaise, type ModelPrice } from '../companion/model-price.js';

/** Measures one call of a model of speech. */
export class SpeechCall {
  /** How it stands, should it end now. */
  outcome: ModelCall['outcome'] = 'failed';
  private readonly startedAt = performance.now();
  private firstAt: number | undefined;

  constructor(
    private readonly purpose: 'transcription' | 'speech',
    private readonly model: string,
    private readonly price: ModelPrice | undefined,
  ) {}

  /** Something came. */
  heard(): void {
    this.firstAt ??= performance.now();
  }

  over(usage: TokenUsage, estimated: boolean): ModelCall {
    return {
      ...usage,
      estimated,
      purpose: this.purpose,
      model: this.model,
      first_token_ms: this.firstAt === undefined ? null : Math.round(this.firstAt - this.startedAt),
      total_ms: Math.round(performance.now() - this.startedAt),
      outcome: this.outcome,
      cost_paise: this.price === undefined ? null : costInPaise(usage, this.price),
    };
  }
}
