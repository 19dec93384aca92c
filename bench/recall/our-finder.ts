import { contentWords } from '../../apps/conversation/src/memory/normalise/content-words.js';
import { chooseLines, TURN_BOUNDS } from '../../apps/conversation/src/memory/rank/choose-lines.js';
import { readCue } from '../../apps/conversation/src/memory/rank/cue.js';
import { PersonIndex } from '../../apps/conversation/src/memory/rank/person-index.js';
import { rankLines } from '../../apps/conversation/src/memory/rank/rank-lines.js';
import type { History } from './histories.js';
import type { Finder } from './measures.js';

export const indexOf = ({ messages }: History): PersonIndex => {
  const index = new PersonIndex();
  for (const { id, session, role, text } of messages)
    index.add({
      id: String(id),
      session_id: String(session),
      role,
      norm: contentWords(text).join(' '),
      at: id,
    });
  return index;
};

/** What a turn is given: ranked, with the floor and the choice that a turn has. */
export const ourRecall: Finder = {
  name: 'Saathi',
  open: (history) => {
    const index = indexOf(history);
    return Promise.resolve(({ cue }) => {
      const chosen = chooseLines(rankLines(index, readCue(cue)), TURN_BOUNDS);
      return Promise.resolve(chosen.map(({ line }) => Number(line.id)));
    });
  },
};
