import type { TokenUsage } from './chat-stream.js';

/** One call of a model: what it took and what it cost. No words. */
export interface ModelCall extends TokenUsage {
  readonly purpose: 'reply' | 'moderation' | 'classification' | 'transcription' | 'speech';
  readonly model: string;
  /** Whether the tokens are our guess: the model did not say. */
  readonly estimated: boolean;
  /** Until the first word, or the first sound; null when none came. */
  readonly first_token_ms: number | null;
  readonly total_ms: number;
  readonly outcome: 'whole' | 'stopped' | 'failed';
  /** null when the price of the model is not known. */
  readonly cost_paise: number | null;
}
