import { MessageRole } from '@saathi/contracts';
import { contentWords } from './normalise/content-words.js';
import { chooseLines, type ChoiceBounds } from './rank/choose-lines.js';
import type { Cue } from './rank/cue.js';
import { PersonIndex } from './rank/person-index.js';
import { rankLines } from './rank/rank-lines.js';

const BOUNDS: ChoiceBounds = { floor: 0.3, share: 0.4, lines: 6 };

/** The memories a person pinned, and of the others those that bear on a cue, the best first. */
export const fittingMemories = (
  memories: readonly { text: string; pinned: boolean }[],
  cue: Cue,
): string[] => {
  const pinned = memories.filter((memory) => memory.pinned).map(({ text }) => text);
  const others = memories.filter((memory) => !memory.pinned).map(({ text }) => text);
  const index = new PersonIndex();
  for (const [n, text] of others.entries()) {
    const id = String(n);
    index.add({ id, session_id: id, role: MessageRole.User, norm: contentWords(text).join(' '), at: -n });
  }
  const chosen = chooseLines(rankLines(index, cue), BOUNDS);
  return [...pinned, ...chosen.flatMap(({ n }) => others[n] ?? [])];
};
