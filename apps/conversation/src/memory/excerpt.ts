const LONGEST = 400;

/** The beginning of a long text, up to the end of a word. */
export const excerpt = (text: string): string => {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const cut = letters.slice(0, LONGEST).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))} …`;
};

/** As many of the first texts as fit into a budget of tokens. */
export const fitting = <T>(items: readonly T[], budget: number, tokensOf: (item: T) => number): T[] => {
  let left = budget;
  const kept: T[] = [];
  for (const item of items) {
    const cost = tokensOf(item);
    if (cost > left) continue;
    left -= cost;
    kept.push(item);
  }
  return kept;
};
