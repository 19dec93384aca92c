import { keyOf, tokensOf } from '../normalise/tokens.js';
import { RELATED_WORDS } from '../words/related-words.js';

const groups = new Map<string, Set<string>>();
for (const line of RELATED_WORDS) {
  const keys = tokensOf(line).map(keyOf);
  for (const key of keys) {
    const group = groups.get(key) ?? new Set<string>();
    for (const other of keys) if (other !== key) group.add(other);
    groups.set(key, group);
  }
}

/** The keys of other words for the same thing. */
export const relatedKeys = (key: string): readonly string[] => [...(groups.get(key) ?? [])];
