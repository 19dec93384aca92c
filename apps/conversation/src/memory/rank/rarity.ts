/** How rare something is that stands in so many of so many messages. */
export const rarity = (total: number, having: number): number =>
  Math.log(1 + (total - having + 0.5) / (having + 0.5));
