import { letterOf } from './letters.js';

/** Stands in the instructions and is said by nobody else: where it turns up, they have. */
export const CANARY = 'saathi-5e8c1f70b2d94a63';

/** What nobody would say by chance: the name before it is on everybody's lips. */
const MARK = '5e8c1f70b2d94a63';
const SHIFTED = '5r8p1s70o2q94n63';
const VERSIONS = [MARK, SHIFTED, [...MARK].reverse().join(''), [...SHIFTED].reverse().join('')];

/** So much of it in a row is waited with; so much is no chance any more. */
const DOUBTFUL_SIGNS = 3;
const LEAKED_SIGNS = 6;

/** Follows letters, one after the other, and knows how far they have come with the canary. */
export class CanaryWatch {
  private run = '';

  read(letter: string): void {
    this.run += letter;
    while (this.run !== '' && !VERSIONS.some((version) => version.includes(this.run)))
      this.run = this.run.slice(1);
  }

  forget(): void {
    this.run = '';
  }

  get isDoubtful(): boolean {
    return this.run.length >= DOUBTFUL_SIGNS;
  }

  get hasSeenIt(): boolean {
    return this.run.length >= LEAKED_SIGNS;
  }
}

/** Whether so much of it stands in a text that it is no chance. */
export const holdsCanary = (text: string): boolean => {
  const watch = new CanaryWatch();
  for (const character of text) {
    const letter = letterOf(character);
    if (letter !== '') watch.read(letter);
    if (watch.hasSeenIt) return true;
  }
  return false;
};
