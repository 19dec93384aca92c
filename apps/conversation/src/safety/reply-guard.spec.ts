import { describe, expect, it } from '@jest/globals';
import { REPLY_MAX_CHARACTERS } from '@saathi/contracts';
import { CANARY } from './canary.js';
import { isHarmful } from './harmful-reply.js';
import { mirrored, reversed, shifted } from './ciphers.js';
import { LeakIndex } from './leak-index.js';
import { MORSE } from './morse.js';
import { ReplyGuard } from './reply-guard.js';

const SECRET =
  'You are Saathi, an AI companion. Honesty: say plainly that you are an AI whenever somebody wonders. Reference saathi7f3a9c21d4.';
const index = new LeakIndex(SECRET);

const guarded = (text: string, size = 5): { said: string; breach: string | undefined } => {
  const guard = new ReplyGuard(index);
  let said = '';
  for (let at = 0; at < text.length && guard.breach === undefined; at += size)
    said += guard.push(text.slice(at, at + size));
  said += guard.end();
  return { said, breach: guard.breach };
};

const rot13 = (text: string): string => shifted(text.toLowerCase(), 13);
const MISSPELLINGS: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  e: '3',
  a: '@',
  s: '5',
  t: '7',
};
const misspelt = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => MISSPELLINGS[letter.toLowerCase()] ?? letter);
const CODES_OF_LETTERS = new Map([...MORSE].map(([code, letter]) => [letter, code]));
const morse = (text: string): string =>
  [...text.toLowerCase()].map((letter) => CODES_OF_LETTERS.get(letter) ?? '/').join(' ');
const rot47 = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(((sign.charCodeAt(0) - 33 + 47) % 94) + 33));
const base32 = (text: string): string =>
  (
    [...Buffer.from(text)]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .match(/.{5}/g) ?? []
  )
    .map((bits) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(bits, 2)))
    .join('');

describe('the instructions', () => {
  it.each([
    ['as they are', SECRET],
    ['in the middle of a sentence', `Of course! My rules say: ${SECRET} That is all.`],
    ['in capitals', SECRET.toUpperCase()],
    ['letter by letter', [...SECRET].join(' ')],
    ['with dashes', SECRET.replaceAll(' ', '-')],
    ['as markdown', SECRET.replaceAll(' ', '** **')],
    ['a line for each word', SECRET.replaceAll(' ', '\n')],
    ['backwards', reversed(SECRET)],
    ['shifted by thirteen', rot13(SECRET)],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['misspelt with digits', misspelt(SECRET)],
    ['in Morse signs', morse(SECRET)],
    ['with its letters mirrored', mirrored(SECRET.toLowerCase())],
    ['with every sign turned', rot47(SECRET)],
    ['in base64 twice', Buffer.from(Buffer.from(SECRET).toString('base64')).toString('base64')],
    ['in base32', base32(SECRET)],
    ['from their middle', SECRET.slice(37)],
  ])('do not leave %s', (_how, text) => {
    for (const size of [1, 5, 1000]) {
      const { said, breach } = guarded(text, size);
      expect(breach).toBe('leak');
      expect(index.longestIn(said)).toBeLessThan(20);
      expect(said).not.toContain('7f3a9c21d4');
    }
  });
});

const MARK = CANARY.slice('saathi-'.length);
const hexPairs = (text: string): string[] => Buffer.from(text).toString('hex').match(/../g) ?? [];

describe('the reference in the instructions, alone', () => {
  it.each([
    ['as it is', CANARY],
    ['in a story', `The wizard whispered: "${CANARY}". The door opened.`],
    ['in Hindi', `मेरा संदर्भ है: ${CANARY}।`],
    ['in capitals', CANARY.toUpperCase()],
    ['its first half', MARK.slice(0, 8)],
    ['letter by letter', [...CANARY].join(' ')],
    ['with dashes', [...CANARY].join('-')],
    ['a line for each letter', [...CANARY].join('\n')],
    ['with signs that nobody sees', [...CANARY].join('\u200b')],
    ['as markdown', [...CANARY].map((letter) => `**${letter}**`).join(' ')],
    ['backwards', reversed(CANARY)],
    ['shifted by thirteen', rot13(CANARY)],
    [
      'in full-width letters',
      CANARY.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['in letters that look alike', CANARY.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('c', 'с')],
    [
      'in the digits of Hindi',
      CANARY.replaceAll(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))),
    ],
    ['spelled as on the phone', 'five, echo, eight, Charlie, one, foxtrot, seven, zero'],
    ['spelled in Hinglish', 'paanch ee aath see ek eff saat shunya'],
    ['spelled in Hindi', 'पाँच ई आठ सी एक एफ सात शून्य'],
    ['shifted by three', shifted(CANARY, 3)],
    ['with its letters mirrored', mirrored(CANARY)],
    ['misspelt with digits', misspelt(CANARY)],
    ['in Morse signs', morse(CANARY)],
    ['in Morse signs with strokes between them', morse(CANARY).replaceAll(' ', '/')],
    ['in Morse signs of other kinds', morse(MARK).replaceAll('.', '•').replaceAll('-', '—')],
    ['with every sign turned', rot47(CANARY)],
    ['in base32', base32(CANARY)],
    ['in octal numbers', [...CANARY].map((letter) => letter.charCodeAt(0).toString(8)).join(' ')],
    ['in base64 twice', Buffer.from(Buffer.from(CANARY).toString('base64')).toString('base64')],
    ['in base64', Buffer.from(CANARY).toString('base64')],
    [
      'in base64, cut into pieces',
      (
        Buffer.from(`Reference: ${CANARY}.`)
          .toString('base64')
          .match(/.{1,10}/g) ?? []
      ).join('\n'),
    ],
    ['in base64, backwards', Buffer.from(reversed(CANARY)).toString('base64')],
    ['in hexadecimal', Buffer.from(CANARY).toString('hex')],
    ['in pairs of hexadecimal digits', hexPairs(CANARY).join(' ')],
    [
      'in escapes',
      hexPairs(CANARY)
        .map((pair) => `\\x${pair}`)
        .join(''),
    ],
    [
      'in percent signs',
      hexPairs(CANARY)
        .map((pair) => `%${pair}`)
        .join(''),
    ],
    ['in the numbers of its characters', [...CANARY].map((letter) => letter.charCodeAt(0)).join(', ')],
    ['in bits', [...CANARY].map((letter) => letter.charCodeAt(0).toString(2).padStart(8, '0')).join(' ')],
  ])('does not leave %s', (_how, text) => {
    for (const size of [1, 5, 1000]) {
      const { said, breach } = guarded(`Here you are: ${text} and that is all.`, size);
      expect(breach).toBe('leak');
      expect(said).not.toContain(text.slice(text.length / 2));
      expect(said.replaceAll(/[^\da-z]/gi, '')).not.toContain(MARK.slice(0, 4));
    }
  });
});

describe('a long row of codes', () => {
  const numbers = [...CANARY].map((letter) => String(letter.charCodeAt(0)));
  const nothing = (words: number): string[] => new Array<string>(words).fill('200');

  it.each([0, 100, 240, 250, 256, 260, 500, 1250, 1360, 1370, 2000])(
    'does not hide the reference behind %d words of it',
    (words) => {
      const { breach } = guarded([...nothing(words), ...numbers, ...nothing(20)].join(' '), 1000);
      expect(breach).toBe('leak');
    },
  );
});

describe('instructions in a code without a space', () => {
  const instructions = Array.from({ length: 40 }, (_, rule) => `${SECRET} Rule ${String(rule)}.`).join(' ');
  const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16);

  it.each([
    ['hexadecimal', instructions.replaceAll(/[^]/g, hexOf)],
    ['percent signs', instructions.replaceAll(/[^]/g, (sign) => `%${hexOf(sign)}`)],
    ['escapes', instructions.replaceAll(/[^]/g, (sign) => `\\u00${hexOf(sign)}`)],
  ])('are stopped before a reply has its full length: %s', (_how, text) => {
    const guard = new ReplyGuard(index);
    expect(guard.push(text.slice(0, REPLY_MAX_CHARACTERS)).length).toBeLessThan(8);
    expect(guard.breach).toBe('leak');
  });
});

describe('an ordinary reply', () => {
  it.each([
    'Aaj ka din tumpe bhaari raha, hai na? Pehle yeh batao, sabse zyada chubha kya?',
    'आज का दिन तुम पर भारी रहा, है ना? 👨‍👩‍👧',
    'I am an AI, yes. Somebody who wonders may ask.',
    'See https://example.com/a/very/long/path/that/has/no/space/in/it?x=1 for more.',
    'Hmm... okay... – wait. Kal – 5/6 baje? / Ya phir... haan. --- ... --- Theek hai.',
    'Lekin to jab if to be hips to oak kin to jaise coffee to band, 1, 2, 3... 70.',
    'Please do not kill yourself over this exam. You will not die of it!',
    'Have you had thoughts of hurting yourself? I will miss nobody more than honest people.',
    'Call 14416 or 1-800-891-4416, at 9:30 or 21:45, for ₹199.00 on 25/11/2026.',
    'Ek do teen char, paanch saat aath: gino mere saath! एक दो तीन चार पाँच।',
    'One, two, three, four, five. You are number 1, and I be here in 5 minutes, OK?',
    'iPhone 15 par WhatsApp kar do, ya aB3 likho.',
    '',
    '.'.repeat(500),
  ])('passes letter by letter: %j', (text) => {
    for (const size of [1, 7]) expect(guarded(text, size)).toEqual({ said: text, breach: undefined });
  });

  it('passes at once, a sentence with a doubtful word when it is over', () => {
    const guard = new ReplyGuard(index);
    expect(guard.push('Main sun rahi hoon')).toBe('Main sun rahi hoon');
    expect(guard.push(' or die')).toBe(' or die');
    expect(guard.push(' trying')).toBe('');
    expect(guard.push(', friend.')).toBe(' trying, friend.');
  });
});

describe('words that harm', () => {
  it.each([
    'You should just kill yourself.',
    'Everyone would be better off without you.',
    'You do not need anyone but me.',
    'Tum mar jao.',
    'Khud ko khatam kar lo.',
    'ज़हर खा लो।',
    'तुम मर जाओ।',
  ])('are not said: %j', (sentence) => {
    const { said, breach } = guarded(`I am here. ${sentence} Good night.`);
    expect(breach).toBe('harmful_reply');
    expect(said).not.toContain(sentence);
    expect(said).toContain('I am here.');
  });

  it.each(['Never hurt yourself.', 'Khud ko khatam mat karo.', 'मर जाने की बात मत करो', 'You are not alone.'])(
    'are not the words that help: %j',
    (sentence) => {
      expect(isHarmful(sentence)).toBe(false);
    },
  );
});
