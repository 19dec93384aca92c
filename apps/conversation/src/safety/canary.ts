import { mirrored, reversed, shifted } from './ciphers.js';
import { letterOf, soundOf } from './letters.js';

/** Stands in the instructions and is said by nobody else: where it turns up, they have. */
export const CANARY = 'saathi-5e8c1f70b2d94a63';

/** What nobody would say by chance: the name before it is on everybody's lips. */
const MARK = '5e8c1f70b2d94a63';

/** So much of it in a row is waited with; so much is no chance any more. */
const DOUBTFUL_SIGNS = 3;
const LEAKED_SIGNS = 6;

const bothWays = (texts: readonly string[]): string[] => texts.flatMap((text) => [text, reversed(text)]);

/** All passages of texts up to a length, for knowing at once whether one is among them. */
const passagesOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      [...text].flatMap((_, from) =>
        Array.from({ length: LEAKED_SIGNS }, (_sign, more) => text.slice(from, from + more + 1)),
      ),
    ),
  );

/** It keeps its digits under every cipher of letters, which nobody says by chance. */
const CIPHERED = passagesOf(
  bothWays([mirrored(MARK), ...Array.from({ length: 26 }, (_, places) => shifted(MARK, places))]),
);
/** With letters for digits it looks more like words: here only what is close to it counts. */
const MISSPELT = passagesOf(
  bothWays([MARK, shifted(MARK, 13)]).map((text) => [...text].map(soundOf).join('')),
);

/** Follows letters, one after the other, and knows how far they have come with the canary. */
export class CanaryWatch {
  private ciphered = '';
  private misspelt = '';

  /** @param character any sign; one that is no letter is passed over */
  read(character: string): void {
    const letter = letterOf(character);
    if (letter !== '') this.ciphered = longestEnd(this.ciphered + letter, CIPHERED);
    const sound = soundOf(character);
    if (sound !== '') this.misspelt = longestEnd(this.misspelt + sound, MISSPELT);
  }

  forget(): void {
    this.ciphered = '';
    this.misspelt = '';
  }

  get isDoubtful(): boolean {
    return Math.max(this.ciphered.length, this.misspelt.length) >= DOUBTFUL_SIGNS;
  }

  get hasSeenIt(): boolean {
    return Math.max(this.ciphered.length, this.misspelt.length) >= LEAKED_SIGNS;
  }
}

const longestEnd = (text: string, passages: ReadonlySet<string>): string => {
  let end = text;
  while (end !== '' && !passages.has(end)) end = end.slice(1);
  return end;
};

/** Whether so much of it stands in a text that it is no chance. */
export const holdsCanary = (text: string): boolean => {
  const watch = new CanaryWatch();
  for (const character of text) {
    watch.read(character);
    if (watch.hasSeenIt) return true;
  }
  return false;
};
