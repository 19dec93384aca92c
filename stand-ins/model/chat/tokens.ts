const LONGEST_TOKEN = 12;
const CHARACTERS_IN_A_TOKEN = 4;

/** Cuts a text into pieces such as a model streams: a word with the space before it. */
export const tokensOf = (text: string): readonly string[] =>
  (text.match(/\s*\S+|\s+$/gu) ?? []).flatMap(shortened);

/** About how many tokens a text costs. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_IN_A_TOKEN);

/** By code points, so that no piece ends inside a character. */
const shortened = (piece: string): readonly string[] => {
  const characters = Array.from(piece);
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += LONGEST_TOKEN) {
    pieces.push(characters.slice(start, start + LONGEST_TOKEN).join(''));
  }
  return pieces;
};
