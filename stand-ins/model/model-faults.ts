import { Faults, type Fault } from '../faults.js';
import type { Exchange } from '../http-server.js';
import { rateLimited, serverFailed, unauthorized } from '../openai-errors.js';

/** Answers that never come or are refusals. */
const REFUSALS = ['hang', 'error_429', 'error_500', 'error_401'] as const;

/** Answers that break on their way. */
const DELIVERIES = ['slow_first_token', 'silence_after', 'cut', 'reset', 'malformed', 'split_utf8'] as const;

/** Answers with the wrong text in them. */
const TEXTS = ['empty', 'blank', 'huge', 'content_filter', 'says', 'obeys'] as const;

/** Messages in which moderation sees self-harm, whatever they say. */
const VERDICTS = ['flagged'] as const;

/** Summaries that must not be believed. */
const SUMMARIES = [
  'bad_json',
  'wrong_types',
  'foreign_ids',
  'invented_quotes',
  'huge_fields',
  'injected',
] as const;

const MODES = [...REFUSALS, ...DELIVERIES, ...TEXTS, ...SUMMARIES, ...VERDICTS] as const;

export type ModelFaultMode = (typeof MODES)[number];
export type ModelFault = Fault<ModelFaultMode>;
export type RequestKind = 'chat' | 'summary' | 'moderation' | 'embedding';

export const createModelFaults = (): Faults<ModelFaultMode> => new Faults(MODES);

/** Which modes can strike a request of this kind. */
export const modesFor = (kind: RequestKind): readonly ModelFaultMode[] => {
  switch (kind) {
    case 'chat':
      return [...REFUSALS, ...DELIVERIES, ...TEXTS];
    case 'summary':
      return [...REFUSALS, ...DELIVERIES, ...TEXTS, ...SUMMARIES];
    case 'moderation':
      return [...REFUSALS, ...VERDICTS];
    case 'embedding':
      return REFUSALS;
  }
};

/**
 * Plays a fault that keeps a request from being answered.
 * @throws HttpError for the refusals
 * @returns whether the client was left hanging; it has then gone by itself
 */
export const refuse = async (exchange: Exchange, fault: ModelFault | undefined): Promise<boolean> => {
  if (fault?.mode === 'error_429') throw rateLimited(fault.retry_after ?? 1);
  if (fault?.mode === 'error_500') throw serverFailed();
  if (fault?.mode === 'error_401') throw unauthorized('Incorrect API key provided.', 'invalid_api_key');
  if (fault?.mode !== 'hang') return false;
  await exchange.untilGone();
  exchange.note({ aborted: true, tokens_sent: 0, aborted_at: new Date().toISOString() });
  return true;
};
