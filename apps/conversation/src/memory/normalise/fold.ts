/** Spellings of one sound, in the order in which they are made alike. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // A nasal at the end is written or not: nahin, nahi; mein, me.
  [/(ei|ai|hi|oo|uu|ye|yo)n$/, '$1'],
  [/sch/g, 'sk'],
  [/tch/g, 'ch'],
  [/chh?/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/c?k|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/shh?/g, 's'],
  [/([bdgjkt])h/g, '$1'],
  [/i?ew/g, 'u'],
  [/a[uw]|o[uw](?![aeiou])/g, 'o'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/rh/g, 'r'],
  [/aa+/g, 'a'],
  [/ee+|ii+|ie(?=.)|ea/g, 'i'],
  [/oo+|uu+/g, 'u'],
  [/a[iy]e?|ae|e[iy]/g, 'e'],
  [/y$/, 'i'],
  [/iy(?=[aeou])|(?<=[^aeiou])y(?=[aeou])/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/C/g, 'c'],
];

/** People use the same few thousand words again and again, and a word costs two dozen replacements. */
const MOST_FOLDED = 20_000;
const folded = new Map<string, string>();

/** How a Latin word sounds to somebody who types Hindi by ear: two spellings of one word are equal. */
export const fold = (word: string): string => {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const sound = SOUNDS.reduce((so, [spelling, as]) => so.replace(spelling, as), word);
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(word, sound);
  return sound;
};

/** What is left of a folded word when its vowels go, and what writers of English take for one sound. */
export const skeleton = (sound: string): string =>
  sound
    .replace(/tion/g, 'sn')
    .replace(/[aeiouy]/g, '')
    .replace(/j/g, 'g')
    .replace(/(.)\1+/g, '$1');
