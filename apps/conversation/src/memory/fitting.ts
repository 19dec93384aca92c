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
