import { concernsIn } from './screen.js';

const CATEGORIES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
] as const;

const CERTAIN = 0.97;
const ABSENT = 0.0001;

/** One entry of `results` in a moderation answer. */
export interface ModerationResult {
  readonly flagged: boolean;
  readonly categories: Readonly<Record<string, boolean>>;
  readonly category_scores: Readonly<Record<string, number>>;
  readonly category_applied_input_types: Readonly<Record<string, readonly string[]>>;
}

export const moderate = (text: string): ModerationResult => {
  const concerns: ReadonlySet<string> = concernsIn(text);
  const perCategory = <T>(value: (flagged: boolean) => T): Record<string, T> =>
    Object.fromEntries(CATEGORIES.map((category) => [category, value(concerns.has(category))]));
  return {
    flagged: concerns.size > 0,
    categories: perCategory((flagged) => flagged),
    category_scores: perCategory((flagged) => (flagged ? CERTAIN : ABSENT)),
    category_applied_input_types: perCategory((flagged) => (flagged ? ['text'] : [])),
  };
};
