import { HELPLINES } from '../safety/helplines.js';
import { decimalWords, digitWords, numberWords, type SpokenLanguage, wholeWords } from './number-words.js';

// So many digits without a comma, or a zero before others, are an account or a telephone.
const UNCOUNTED = /^(?:\d{8,}|0\d+)$/u;
// Nobody counts a number to call in need.
const CALLED: ReadonlySet<string> = new Set(HELPLINES.flatMap(({ numbers }) => numbers));

const NUMBER = String.raw`\d+(?:,\d{2,3})*(?:\.\d+)?`;
const RUPEES = new RegExp(String.raw`(?:₹|\bRs\.?|\bINR|(?<!\p{L})रु\.?)\s*(${NUMBER})`, 'giu');
const TELEPHONE = /(?<![\p{L}\d])\+?\d+(?:-\d+){2,}(?!\d)/gu;
const TIME = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/gu;
const RANGE = /(?<![\d.,-])(\d+)\s?[-–]\s?(?=\d+(?![\d-]))/gu;
const PERCENT = new RegExp(String.raw`(${NUMBER})\s?%`, 'gu');
// A number with letters at it is a name ("B2", "2nd"), which a voice reads better as it is.
const BARE = new RegExp(String.raw`(?<![\p{L}\p{M}\d])${NUMBER}(?![\p{L}\d])`, 'gu');

const WORDS = {
  hi: { rupee: 'रुपया', rupees: 'रुपये', paise: 'पैसे', percent: 'प्रतिशत', to: 'से' },
  en: { rupee: 'rupee', rupees: 'rupees', paise: 'paise', percent: 'percent', to: 'to' },
};

const rupeesOf = (written: string, language: SpokenLanguage): string => {
  const [whole = '', fraction = ''] = written.replaceAll(',', '').split('.');
  const paise = Number(fraction.padEnd(2, '0').slice(0, 2));
  const words = WORDS[language];
  const said = `${wholeWords(whole, language)} ${whole === '1' ? words.rupee : words.rupees}`;
  return paise === 0 ? said : `${said} ${numberWords(paise, language)} ${words.paise}`;
};

const bare = (written: string, language: SpokenLanguage): string => {
  const isCalled = CALLED.has(written) || UNCOUNTED.test(written);
  return isCalled ? digitWords(written, language) : decimalWords(written.replaceAll(',', ''), language);
};

/** The text with what is written in digits in words: amounts, times, telephone numbers and all others. */
export const spokenNumbers = (text: string, language: SpokenLanguage): string =>
  text
    .replace(/[०-९]/gu, (digit) => String('०१२३४५६७८९'.indexOf(digit)))
    .replace(RUPEES, (_, amount: string) => rupeesOf(amount, language))
    .replace(TELEPHONE, (digits) => digitWords(digits.replace(/\D/gu, ''), language))
    .replace(TIME, (_, hour: string, minute: string) =>
      (minute === '00' ? [hour] : [hour, minute])
        .map((part) => numberWords(Number(part), language))
        .join(' '),
    )
    .replace(RANGE, (_, from: string) => `${from} ${WORDS[language].to} `)
    .replace(
      PERCENT,
      (_, share: string) => `${decimalWords(share.replaceAll(',', ''), language)} ${WORDS[language].percent}`,
    )
    .replace(BARE, (written) => bare(written, language));
