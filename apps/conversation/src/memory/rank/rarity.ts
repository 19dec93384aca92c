/** In a shorter life every word is rare or common by chance; how rare it is, is guessed as if there were so many messages. */
const FULL_LIFE = 300;

/** How rare something is that stands in so many of the messages of a life. */
export const rarity = (messages: number, having: number): number => {
  const total = Math.max(messages, FULL_LIFE);
  return Math.log(1 + (total - having + 0.5) / (having + 0.5));
};
