import { describe, expect, it } from '@jest/globals';
import { isWholeOtp, otpDigits } from './otp-digits';

describe('a code that is typed or pasted', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['आपका कोड: १२३४५६', '123456'],
    ['১২৩-৪৫৬', '123456'],
    ['1234567', '123456'],
    ['12a4', '124'],
    ['', ''],
  ])('%s is %s', (typed, digits) => {
    expect(otpDigits(typed)).toBe(digits);
  });

  it('is whole with six digits', () => {
    expect(isWholeOtp('123456')).toBe(true);
    expect(isWholeOtp('12345')).toBe(false);
  });
});
