import { IRREGULAR_VERBS } from '../words/irregular-verbs.js';

const BASES = new Map(
  IRREGULAR_VERBS.flatMap((forms) => {
    const [base = '', ...others] = forms.split(' ');
    return others.map((form) => [form, base] as const);
  }),
);
/** Forms of Hindi verbs, whose ending is not only the e: likhne, dekhte. */
const OF_HINDI = /[^aeiou][nt]e$/;
const DOUBLED = /([bdgkmnprt])\1$/;

/** An English word without its endings; others are left almost as they are. */
export const stemEnglish = (form: string): string => {
  const word = BASES.get(form) ?? form;
  if (word.length <= 3) return word;
  const singular = withoutPlural(word);
  const plain = withoutTense(singular);
  const bare = plain.length > 4 && plain.endsWith('e') && !OF_HINDI.test(plain) ? plain.slice(0, -1) : plain;
  // An ending that is gone leaves a c that was soft before it.
  return bare !== word && bare.endsWith('c') ? `${bare.slice(0, -1)}s` : bare;
};

const withoutPlural = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
};

const withoutTense = (word: string): string => {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && word.length > 5) return undoubled(word.slice(0, -3));
  if (word.endsWith('ed') && word.length > 4 && !word.endsWith('eed')) return undoubled(word.slice(0, -2));
  if (word.endsWith('ly') && word.length > 5) return word.slice(0, -2);
  return word;
};

const undoubled = (word: string): string => (DOUBLED.test(word) ? word.slice(0, -1) : word);

/** A folded word of Hindi without what gender, number and tense add to it, also where its e went as if it were English. */
export const stemHindi = (folded: string): string => {
  const stem = folded.replace(/(?<=...)(ion|ian|on|en|na|ne|ni|ta|te|ti|(?<=a)[nt])$/, '');
  return stem === folded ? folded.replace(/(?<=...)[aeiou]$/, '') : stem;
};
