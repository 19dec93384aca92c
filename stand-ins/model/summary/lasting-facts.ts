import { findPhrase } from '../reading/phrase.js';
import { LASTING_FACTS } from '../words/lasting-facts.js';
import type { Memory } from './summary.js';
import type { UserLine } from './transcript.js';

const LONGEST = 160;

/** What the person said of their life that will still be true in a month, in their own words. */
export const lastingFacts = (lines: readonly UserLine[]): readonly Memory[] =>
  lines.flatMap(({ id, sentences }) =>
    sentences.flatMap(({ text, words }): Memory[] => {
      const found = LASTING_FACTS.find(({ phrases }) => findPhrase(words, phrases) !== undefined);
      return found === undefined || text.length > LONGEST
        ? []
        : [{ kind: found.kind, value: text, evidence: [id], quote: text }];
    }),
  );
