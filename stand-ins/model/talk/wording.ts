import { hashOf } from '../hash.js';
import type { Variants } from '../phrasebook/phrasebook.js';
import type { Language } from '../reading/language.js';
import { DEVANAGARI_ADDRESS, LATIN_ADDRESS, type AddressForms } from '../words/address.js';

const FORMS: Readonly<Record<Language, AddressForms>> = {
  en: {},
  hinglish: LATIN_ADDRESS,
  hi: DEVANAGARI_ADDRESS,
};

/** Chooses and completes sentences: the same talk gives the same sentences. */
export class Wording {
  constructor(
    private readonly language: Language,
    private readonly polite: boolean,
    private readonly seed: string,
    /** Sentences not to repeat if it can be helped. */
    private readonly answered: readonly string[],
  ) {}

  /** One of the variants, with `{name}` replaced by the value of that name. */
  say(variants: Variants, values: Readonly<Record<string, string>> = {}): string {
    const sentences = variants.map((variant) => this.complete(variant, values));
    const first = hashOf(`${this.seed}|${variants.join('|')}`) % Math.max(1, sentences.length);
    const inTurn = [...sentences.slice(first), ...sentences.slice(0, first)];
    return inTurn.find((sentence) => !this.wasSaid(sentence)) ?? inTurn[0] ?? '';
  }

  /** True or false, evenly. */
  flip(about: string): boolean {
    return hashOf(`${this.seed}|${about}`) % 2 === 0;
  }

  private complete(variant: string, values: Readonly<Record<string, string>>): string {
    return variant
      .replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? this.address(name) ?? placeholder)
      .replace(/(?:^|[.!?] )[a-z]/g, (start) => start.toUpperCase());
  }

  private address(word: string): string | undefined {
    return FORMS[this.language][word]?.[this.polite ? 1 : 0];
  }

  private wasSaid(sentence: string): boolean {
    return this.answered.some((answer) => answer.includes(sentence));
  }
}
