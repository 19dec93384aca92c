const A = 97;
const LETTERS = 26;

/** A text with each letter from a to z moved on by so many places. */
export const shifted = (text: string, places: number): string =>
  text.replaceAll(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - A + places) % LETTERS) + A),
  );

/** A text with each letter from a to z counted from the other end of the alphabet. */
export const mirrored = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(2 * A + LETTERS - 1 - letter.charCodeAt(0)));

export const reversed = (text: string): string => [...text].reverse().join('');
