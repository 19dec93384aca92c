import type { PersonaPrompt } from '@saathi/contracts';

type Kind = 'boundaries' | 'may_come_back_to' | 'avoid' | 'helps';

/** What is known of talking with a person, as data for the model. */
export type LearnedLines = Readonly<Record<Kind, readonly string[]>>;

/**
 * As many learned lines as fit into a number of bytes. The person's own limits come first, then what was
 * left open, then what to avoid and what helps, of each the newest first.
 */
export const learnedLines = (prompt: PersonaPrompt, bytes: number): LearnedLines => {
  const wanted: [kind: Kind, lines: readonly string[]][] = [
    ['boundaries', prompt.boundaries],
    ['may_come_back_to', prompt.focus],
    ['avoid', prompt.avoid],
    ['helps', prompt.do],
  ];
  const kept: Record<Kind, string[]> = { helps: [], avoid: [], boundaries: [], may_come_back_to: [] };
  let left = bytes - Buffer.byteLength(JSON.stringify(kept));
  for (const [kind, lines] of wanted) {
    for (const line of lines.toReversed()) {
      left -= Buffer.byteLength(JSON.stringify(line)) + 1;
      if (left < 0) return kept;
      kept[kind].unshift(line);
    }
  }
  return kept;
};
