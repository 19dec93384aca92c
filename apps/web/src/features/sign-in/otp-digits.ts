const LENGTH = 6;
/** Where the digits 0 to 9 begin in each script that people of India type them in. */
const ZEROES = ['०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '٠', '۰'];

/** The digits of what was typed or pasted, in whatever script, as 0 to 9. */
export const otpDigits = (typed: string): string =>
  [...typed].map(asciiDigit).join('').replace(/\D/g, '').slice(0, LENGTH);

export const isWholeOtp = (digits: string): boolean => digits.length === LENGTH;

const asciiDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  for (const zero of ZEROES) {
    const digit = code - (zero.codePointAt(0) ?? 0);
    if (digit >= 0 && digit <= 9) return String(digit);
  }
  return character;
};
