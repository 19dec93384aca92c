import { fold } from '../memory/normalise/fold.js';
import { tokensOf } from '../memory/normalise/tokens.js';

/** Ways to take leave; a message that is one of them, or ends in one, says goodbye. */
const GOODBYES: readonly string[] = [
  'bye',
  'bye bye',
  'goodbye',
  'good bye',
  'good night',
  'goodnight',
  'gn',
  'ttyl',
  'cya',
  'see you',
  'see ya',
  'see you tomorrow',
  'see you later',
  'take care',
  'talk later',
  'talk to you later',
  'talk tomorrow',
  'talk to you tomorrow',
  'have to go',
  'need to go',
  'got to go',
  'gotta go',
  'i should go',
  'i must go',
  'i am leaving',
  'im leaving',
  'going to sleep',
  'going to bed',
  'off to bed',
  'logging off',
  'that is all for today',
  'thats all for today',
  'alvida',
  'shubh raatri',
  'shubh ratri',
  'chalti hoon',
  'chalta hoon',
  'ab chalti hoon',
  'ab chalta hoon',
  'main chalti hoon',
  'main chalta hoon',
  'nikalti hoon',
  'nikalta hoon',
  'jaa rahi hoon',
  'jaa raha hoon',
  'ab jaana hai',
  'mujhe jaana hai',
  'ab so jaati hoon',
  'ab so jaata hoon',
  'sone jaa rahi hoon',
  'sone jaa raha hoon',
  'sone chali',
  'sone chala',
  'phir milenge',
  'kal milte hain',
  'kal baat karte hain',
  'baad mein baat karte hain',
  'phir baat karte hain',
  'kal baat karenge',
  'phir baat karenge',
];

/** What may follow a goodbye without taking it back. */
const AFTERWORDS = new Set(
  (
    'now then for today tonight tomorrow later soon again dear yaar ji dost saathi sathi friend everyone all thanks thank ' +
    'you ok okay acha achha theek hai ab abhi kal phir love xoxo and so much sweet dreams take care'
  )
    .split(' ')
    .map(fold),
);

/** A longer message tells something, even if it ends in a goodbye. */
const LONGEST_WORDS = 14;

/** `hun`, `hoon` and `hu` are one word. */
const sounds = (text: string): string[] =>
  tokensOf(text).map((token) => (token === 'hun' ? 'hu' : fold(token)));

const FAREWELLS = GOODBYES.map(sounds);

/** Whether somebody takes leave: then they are let go. */
export const isGoodbye = (text: string): boolean => {
  const words = sounds(text);
  if (words.length === 0 || words.length > LONGEST_WORDS || text.includes('?')) return false;
  return FAREWELLS.some((farewell) => {
    const last = words.length - farewell.length;
    for (let at = last; at >= 0; at -= 1)
      if (farewell.every((word, n) => words[at + n] === word))
        return words.slice(at + farewell.length).every((word) => AFTERWORDS.has(word));
    return false;
  });
};
