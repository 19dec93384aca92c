/** The form in which two spellings of one label or quote are equal: case, width, accents' encoding and spacing aside. */
export const canonicalLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
