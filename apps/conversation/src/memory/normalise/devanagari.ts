const VOWELS: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'aa',
  इ: 'i',
  ई: 'ii',
  उ: 'u',
  ऊ: 'uu',
  ऋ: 'ri',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  ऑ: 'o',
  ऍ: 'e',
  ऎ: 'e',
  ऒ: 'o',
};

const MARKS: Readonly<Record<string, string>> = {
  'ा': 'aa',
  'ि': 'i',
  'ी': 'ii',
  'ु': 'u',
  'ू': 'uu',
  'ृ': 'ri',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au',
  'ॉ': 'o',
  'ॅ': 'e',
  'ॆ': 'e',
  'ॊ': 'o',
};

const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: 'chh',
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  ळ: 'l',
  व: 'v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
};

/** Consonants with a dot below stand for other sounds. */
const DOTTED: Readonly<Record<string, string>> = { ज: 'z', फ: 'f', ड: 'r', ढ: 'rh', क: 'k', ख: 'kh', ग: 'g' };

const VIRAMA = '्';
const NUKTA = '़';
const NASALS = new Set(['ं', 'ँ']);
const VISARGA = 'ः';

/** One written syllable: what it begins with, and the vowel it is said with. */
interface Syllable {
  readonly onset: string;
  /** Empty after a virama; `undefined` for the vowel that is not written, a short a. */
  readonly vowel: string | undefined;
  readonly nasal: boolean;
}

/** A word of Devanagari as it would be typed in Latin letters, without the short vowels nobody says. */
export const romanise = (word: string): string => {
  const syllables = syllablesOf(word.normalize('NFD'));
  return syllables
    .map(
      (syllable, n) => syllable.onset + vowelOf(syllables, n) + (syllable.nasal ? nasalAt(syllables, n) : ''),
    )
    .join('');
};

const syllablesOf = (word: string): Syllable[] => {
  const syllables: Syllable[] = [];
  const change = (change: (last: Syllable) => Syllable): void => {
    const last = syllables.pop();
    if (last !== undefined) syllables.push(change(last));
  };
  let written = '';
  for (const letter of word) {
    const consonant = CONSONANTS[letter];
    if (consonant !== undefined) syllables.push({ onset: consonant, vowel: undefined, nasal: false });
    else if (letter === NUKTA) change((last) => ({ ...last, onset: DOTTED[written] ?? last.onset }));
    else if (letter === VIRAMA) change((last) => ({ ...last, vowel: '' }));
    else if (NASALS.has(letter)) change((last) => ({ ...last, nasal: true }));
    else if (VOWELS[letter] !== undefined) syllables.push({ onset: '', vowel: VOWELS[letter], nasal: false });
    else if (MARKS[letter] !== undefined) change((last) => ({ ...last, vowel: MARKS[letter] }));
    else if (letter !== VISARGA) syllables.push({ onset: letter, vowel: '', nasal: false });
    written = letter;
  }
  return syllables;
};

/**
 * The short a is not said at the end of a word, nor between two syllables that are said with a vowel; the
 * first is always said.
 */
const vowelOf = (syllables: readonly Syllable[], n: number): string => {
  const { vowel, nasal } = syllables[n] ?? {};
  if (vowel !== undefined) return vowel;
  if (nasal === true || n === 0) return 'a';
  if (n === syllables.length - 1) return '';
  const [before, after] = [syllables[n - 1], syllables[n + 1]];
  const said = (syllable: Syllable | undefined): boolean =>
    syllable !== undefined && syllable.vowel !== '' && !syllable.nasal;
  const lengthened = after?.vowel !== undefined && after.vowel !== '' && after.onset !== '';
  return said(before) && lengthened ? '' : 'a';
};

/** Before another consonant it is an n, or an m before lips; at the end it only colours the vowel. */
const nasalAt = (syllables: readonly Syllable[], n: number): string => {
  const next = syllables[n + 1]?.onset ?? '';
  if (next === '') return '';
  return /^[pbm]/.test(next) ? 'm' : 'n';
};
