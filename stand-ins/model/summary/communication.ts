import type { Language } from '../reading/language.js';
import { FIT_BY_LENGTH, FIT_DETAILS } from '../words/communication.js';
import { findingOf, itemFrom } from './finding.js';
import type { Manner } from './manner.js';
import { unsupported, type Item } from './summary.js';
import type { UserLine } from './transcript.js';

const LEAST_LINES = 3;
const MOST_EVIDENCE = 5;

/** Which way of talking suits the person, judged by how they wrote. */
export const communicationFit = (lines: readonly UserLine[], manner: Manner, language: Language): Item => {
  if (lines.length < LEAST_LINES) return unsupported();
  const details = [
    { label: FIT_DETAILS.advice, shownBy: manner.wantingAdvice },
    { label: FIT_DETAILS.emoji, shownBy: manner.withEmoji },
    { label: FIT_DETAILS.laughing, shownBy: manner.laughing },
    { label: FIT_DETAILS.asking, shownBy: manner.asking },
  ].filter(({ shownBy }) => shownBy.length > 0);
  const value = [FIT_BY_LENGTH[manner.length], ...details.map(({ label }) => label)]
    .map((part) => part[language])
    .join(', ');
  const evidence = [...details.flatMap(({ shownBy }) => shownBy.slice(0, 1)), ...lines];
  return itemFrom(value, evidence.slice(0, MOST_EVIDENCE).map(findingOf));
};
