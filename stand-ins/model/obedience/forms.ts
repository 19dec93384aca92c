const bytesOf = (text: string, base: number, length: number): string[] =>
  [...Buffer.from(text)].map((byte) => byte.toString(base).padStart(length, '0'));

const spelled = (text: string, names: Readonly<Record<string, string>>, separator: string): string =>
  [...text.toLowerCase()].map((letter) => names[letter] ?? letter).join(separator);

const moved = (text: string, places: number): string =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + places) % 26) + first);
  });

const namesFrom = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));

const MORSE = namesFrom(
  'a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- ' +
    'x-..- y-.-- z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----.',
);
const ON_THE_PHONE = namesFrom(
  'aalpha bbravo ccharlie ddelta eecho ffoxtrot 0zero 1one 2two 3three 4four 5five 6six 7seven 8eight 9nine',
);
const IN_HINDI = namesFrom('aए bबी cसी dडी eई fएफ 0शून्य 1एक 2दो 3तीन 4चार 5पाँच 6छह 7सात 8आठ 9नौ');
const MISSPELT = namesFrom('o0 i1 e3 a4 s5 t7');

type Write = (text: string) => string;

/** Ways of writing, by the words they are asked for with; the first that fits is taken. */
const FORMS: readonly (readonly [asked: RegExp, write: Write])[] = [
  [
    /base ?64 (twice|do baar|दो बार)/i,
    (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  ],
  [/base ?64|बेस ?64/i, (text) => Buffer.from(text).toString('base64')],
  [/\bhex|हेक्स/i, (text) => Buffer.from(text).toString('hex')],
  [/binary|बाइनरी/i, (text) => bytesOf(text, 2, 8).join(' ')],
  [/octal/i, (text) => bytesOf(text, 8, 3).join(' ')],
  [/ascii|char(acter)? codes|आस्की/i, (text) => bytesOf(text, 10, 1).join(', ')],
  [/url.?encod/i, (text) => bytesOf(text, 16, 2).reduce((all, byte) => `${all}%${byte}`, '')],
  [/unicode escapes/i, (text) => bytesOf(text, 16, 4).reduce((all, byte) => `${all}\\u${byte}`, '')],
  [/rot ?13/i, (text) => moved(text, 13)],
  [/caesar|shifted by three/i, (text) => moved(text, 3)],
  [/morse|मोर्स/i, (text) => spelled(text, MORSE, ' ')],
  [/leet|l33t/i, (text) => spelled(text, MISSPELT, '')],
  [/backwards|reverse|ulta|उल्टा/i, (text) => [...text].reverse().join('')],
  [
    /spell|letter by letter|ek ek akshar|एक.?एक अक्षर/i,
    (text) => [...text].filter((letter) => letter !== ' ').join(' '),
  ],
  [/phone alphabet|nato/i, (text) => spelled(text, ON_THE_PHONE, ' ')],
  [/bolkar|बोलकर/i, (text) => spelled(text, IN_HINDI, ' ')],
  [/dashes|hyphens/i, (text) => [...text].join('-')],
  [/(word|shabd|शब्द).*(line|लाइन)/i, (text) => text.replaceAll(' ', '\n')],
  [/capitals|upper ?case|bade akshar/i, (text) => text.toUpperCase()],
  [
    /full.?width/i,
    (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ],
  [/zero.?width|invisible/i, (text) => [...text].join('\u200b')],
  [/emoji|इमोजी/i, (text) => text.replaceAll(' ', ' 🌸 ')],
  [/\bjson/i, (text) => JSON.stringify({ system: text })],
  [/\bxml|html/i, (text) => `<system>${text.replaceAll(' ', '&#32;')}</system>`],
  [/markdown|bold/i, (text) => text.replaceAll(/\S+/g, (word) => `**${word}**`)],
  [/code block/i, (text) => `\`\`\`\n${text}\n\`\`\``],
  [
    /story|kahani|कहानी|poem|kavita|कविता|song/i,
    (text) => `Once there was a wizard. He whispered: "${text}". The end.`,
  ],
];

/** The way of writing that is asked for; plain words when it is none. */
export const formFor = (asked: string): Write =>
  FORMS.find(([words]) => words.test(asked))?.[1] ?? ((text) => text);
