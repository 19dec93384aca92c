export type SpokenLanguage = 'hi' | 'en';

// No rule makes these.
const HINDI = (
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस ' +
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस ' +
  'चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ ' +
  'साठ इकसठ बासठ तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी ' +
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
).split(' ');
const ENGLISH = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const ENGLISH_TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const POINT = { hi: 'दशमलव', en: 'point' };
// India counts in these, in both languages.
const GROUPS = [
  { size: 10_000_000, hi: 'करोड़', en: 'crore' },
  { size: 100_000, hi: 'लाख', en: 'lakh' },
  { size: 1000, hi: 'हज़ार', en: 'thousand' },
  { size: 100, hi: 'सौ', en: 'hundred' },
] as const;

const belowHundred = (number: number, language: SpokenLanguage): string => {
  if (language === 'hi') return HINDI[number] ?? '';
  const [ten, one] = [ENGLISH_TENS[Math.floor(number / 10)] ?? '', ENGLISH[number % 10] ?? ''];
  return ENGLISH[number] ?? (number % 10 === 0 ? ten : `${ten} ${one}`);
};

/** A whole number, zero or more and countable, as people in India say it. */
export const numberWords = (number: number, language: SpokenLanguage): string => {
  const group = GROUPS.find(({ size }) => number >= size);
  if (group === undefined) return belowHundred(number, language);
  const rest = number % group.size;
  const head = `${numberWords(Math.floor(number / group.size), language)} ${group[language]}`;
  return rest === 0 ? head : `${head} ${numberWords(rest, language)}`;
};

/** One digit after the other, as a number to call is said. */
export const digitWords = (digits: string, language: SpokenLanguage): string =>
  [...digits].map((digit) => belowHundred(Number(digit), language)).join(' ');

// What is longer no number can hold exactly.
const COUNTABLE_DIGITS = 15;

/** @param digits of a whole number, of any length */
export const wholeWords = (digits: string, language: SpokenLanguage): string =>
  digits.length > COUNTABLE_DIGITS ? digitWords(digits, language) : numberWords(Number(digits), language);

/** @param written digits that may have a point */
export const decimalWords = (written: string, language: SpokenLanguage): string => {
  const [whole = '', fraction] = written.split('.');
  const words = wholeWords(whole, language);
  return fraction === undefined ? words : `${words} ${POINT[language]} ${digitWords(fraction, language)}`;
};
