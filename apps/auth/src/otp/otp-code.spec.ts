import { describe, expect, it } from '@jest/globals';
import { digestCode, findDigest, makeCode, normaliseCode } from './otp-code.js';

const binding = { challenge_id: '00000000-0000-7000-8000-000000000001', email: 'asha@example.com' };
const [newer, older] = [
  { id: 'two', secret: 'n'.repeat(32) },
  { id: 'one', secret: 'o'.repeat(32) },
];

describe('a code', () => {
  it.each([6, 8])('of %i digits has them all, leading zeros too', (digits) => {
    const codes = Array.from({ length: 2000 }, () => makeCode(digits));
    for (const code of codes) expect(code).toMatch(new RegExp(`^\\d{${String(digits)}}$`));
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1950);
  });
});

describe('a typed code', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['123\u00a0456\n', '123456'],
    ['१२३४५६', '123456'],
    ['०९८७६५', '098765'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['০১২৩৪৫৬৭৮৯', '0123456789'],
    ['௦௧௨௩௪௫௬௭௮௯', '0123456789'],
    ['０１２３４５６７８９', '0123456789'],
    ['𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗', '0123456789'],
    ['𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', '0123456789'],
    ['१2३4५6', '123456'],
    ['12a', '12a'],
    ['²③', '²③'],
    ['', ''],
  ])('%j is read as %j', (typed, digits) => {
    expect(normaliseCode(typed)).toBe(digits);
  });
});

describe('what is stored of a code', () => {
  it('names its form and its pepper, and shows nothing of the code', () => {
    const digest = digestCode('123456', binding, newer);
    expect(digest).toMatch(/^v1\$two\$[0-9a-f]{64}$/);
    expect(digest).not.toContain('123456');
  });

  it.each([
    ['another code', digestCode('123457', binding, newer)],
    ['another challenge', digestCode('123456', { ...binding, challenge_id: 'x' }, newer)],
    ['another address', digestCode('123456', { ...binding, email: 'x' }, newer)],
    ['another pepper', digestCode('123456', binding, { ...newer, secret: older.secret })],
  ])('differs for %s', (_what, other) => {
    expect(other).not.toBe(digestCode('123456', binding, newer));
  });
});

describe('finding a code among the stored ones', () => {
  const stored = [
    digestCode('111111', binding, older),
    digestCode('222222', binding, newer),
    digestCode('333333', binding, newer),
  ];

  it.each([
    ['111111', 0],
    ['222222', 1],
    ['333333', 2],
    ['444444', undefined],
    ['', undefined],
  ])('%j is at place %p', (code, place) => {
    expect(findDigest(code, binding, stored, [newer, older])).toBe(place);
  });

  it('knows the codes of a pepper that is no longer the first, until it is taken away', () => {
    expect(findDigest('111111', binding, stored, [newer, older])).toBe(0);
    expect(findDigest('111111', binding, stored, [newer])).toBeUndefined();
  });

  it.each([
    ['no codes', []],
    ['a code in clear', ['123456']],
    ['an unfinished digest', ['v1$two$abc']],
    ['nothing in it', ['']],
  ])('finds nothing in %s', (_what, digests) => {
    expect(findDigest('123456', binding, digests, [newer])).toBeUndefined();
  });
});
