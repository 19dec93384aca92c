import type { TokenUsage } from '../companion/chat-stream.js';
import { ModelFailure } from '../companion/model-failure.js';
import type { Transcription } from './speech.port.js';

/** What a recogniser says, and what it says that it took. */
export interface TranscriptionAnswer extends Transcription {
  readonly usage: TokenUsage | undefined;
}

const LONGEST_TEXT = 4000;

/** @throws ModelFailure where it is no transcription */
export const readTranscription = (answer: unknown): TranscriptionAnswer => {
  const { text, language, usage } = membersOf(answer);
  if (typeof text !== 'string' || text.length > LONGEST_TEXT)
    throw new ModelFailure('broken', 'the answer is no transcription');
  // No column can hold NUL.
  const said = text.replaceAll('\0', '').replaceAll(/\s+/gu, ' ').trim();
  return { text: said, usage: readUsage(usage), ...languageOf(language) };
};

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Some servers name it in English ("hindi"): that says nothing to a program. */
const languageOf = (language: unknown): { language?: string } =>
  typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? { language } : {};

/** Some models count seconds instead. */
const readUsage = (usage: unknown): TokenUsage | undefined => {
  const { input_tokens: tokens_in, output_tokens: tokens_out } = membersOf(usage);
  return isCount(tokens_in) && isCount(tokens_out) ? { tokens_in, tokens_cached: 0, tokens_out } : undefined;
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
