/** In which a person writes: Hindi in Devanagari, Hindi in Latin letters, or English. */
export type Language = 'hindi' | 'hinglish' | 'english';

// Words that are frequent in Hinglish and no English ones.
const HINGLISH = new Set(
  (
    'hai hain hoon hun ho hu tha thi the kya kyu kyun kyon kaise kaisa kab kahan kaun nahi nahin nhi mat mai main ' +
    'mein mujhe mujhko mera meri mere tum tu tera teri tere tumhe tumhara tumhari aap aapka aapki hum hame humko ' +
    'humara ye yeh wo woh iska uska aaj kal abhi ab phir fir bhi hi toh aur ya lekin par magar ke ki ka ko se ne ' +
    'kuch koi sab bahut bohot zyada accha acha theek thik haan na ji yaar bhai dost raha rahi rahe gaya gayi gaye ' +
    'kar karna karo karta karti kiya ki di de do dena lena liya jana jaa aana aaya aayi bol bola boli bolo baat ' +
    'dil zindagi pyaar pyar dard chahiye chahta chahti lagta lagti laga lagi wala wali ghar kaam log raat din'
  ).split(' '),
);

const DEVANAGARI = /\p{Script=Devanagari}/u;
const WORD = /[a-z']+/g;
// In short texts one such word says it; in longer ones a few English sentences may quote one.
const HINGLISH_SHARE = 0.2;

/** @param otherwise what a text counts as in which no word is: a number, a smiley */
export const languageOf = (text: string, otherwise: Language = 'english'): Language => {
  if (DEVANAGARI.test(text)) return 'hindi';
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return otherwise;
  const ours = words.filter((word) => HINGLISH.has(word) && !AMBIGUOUS.has(word)).length;
  return ours / words.length >= HINGLISH_SHARE ? 'hinglish' : 'english';
};

// English words as well.
const AMBIGUOUS = new Set([
  'the',
  'ho',
  'hi',
  'do',
  'de',
  'par',
  'main',
  'ya',
  'na',
  'log',
  'din',
  'se',
  'ne',
]);
