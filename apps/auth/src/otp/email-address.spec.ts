import { describe, expect, it } from '@jest/globals';
import { canonicalEmail } from './email-address.js';

describe('the canonical form of an address', () => {
  it.each([
    ['asha@example.com', 'asha@example.com'],
    ['  Asha.Rao@Example.COM \n', 'asha.rao@example.com'],
    ['asha+evening@example.com', 'asha+evening@example.com'],
    ['a.s.h.a@gmail.com', 'a.s.h.a@gmail.com'],
    ["o'hara_#!$%&*/=?^{|}~-@example.co.in", "o'hara_#!$%&*/=?^{|}~-@example.co.in"],
    ['asha@bücher.example', 'asha@xn--bcher-kva.example'],
    ['asha@XN--BCHER-KVA.example', 'asha@xn--bcher-kva.example'],
    ['राम@डाटामेल.भारत', 'राम@xn--c2bd4bq1db8d.xn--h2brj9c'],
    ['asha@mail．example。com', 'asha@mail.example.com'],
    ['é@example.com'.normalize('NFD'), 'é@example.com'.normalize('NFC')],
    ['Ärger@example.com', 'Ärger@example.com'],
    ['Asha.राम@example.com', 'asha.राम@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('of %j is %j', (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical);
  });

  it('does not change when it is taken again', () => {
    for (const typed of ['Asha@Example.com', 'राम@डाटामेल.भारत', 'asha@bücher.example'])
      expect(canonicalEmail(canonicalEmail(typed))).toBe(canonicalEmail(typed));
  });

  it('is another one for another string: dots, tags and accents count', () => {
    const typed = ['asha@example.com', 'a.sha@example.com', 'asha+1@example.com', 'ásha@example.com'];
    expect(new Set(typed.map(canonicalEmail)).size).toBe(4);
  });
});

const LONG_DOMAIN = `${'d'.repeat(63)}.${'e'.repeat(63)}.${'f'.repeat(62)}`;

describe('an address', () => {
  it('may have 254 bytes', () => {
    const local = 'a'.repeat(254 - LONG_DOMAIN.length - 5);
    expect(canonicalEmail(`${local}@${LONG_DOMAIN}.com`)).toHaveLength(254);
  });

  it.each([
    ['nothing', ''],
    ['white space', '   '],
    ['no @', 'asha.example.com'],
    ['two @', 'asha@rao@example.com'],
    ['no local part', '@example.com'],
    ['no domain', 'asha@'],
    ['a domain without a dot', 'asha@localhost'],
    ['an address of numbers', 'asha@[127.0.0.1]'],
    ['an address of numbers without brackets', 'asha@10.0.0.25'],
    ['an address as one number', 'asha@167772185'],
    ['an address in another base', 'asha@0x7f000019'],
    ['an address in fullwidth digits', 'asha@１２７.0.0.10'],
    ['a last label of hyphens', 'asha@e.--'],
    ['a dot at the start', '.asha@example.com'],
    ['a dot at the end', 'asha.@example.com'],
    ['two dots in a row', 'as..ha@example.com'],
    ['a space', 'as ha@example.com'],
    ['two addresses', 'victim@example.com,attacker@example.com'],
    ['two addresses by semicolon', 'victim@example.com;attacker@example.com'],
    ['a name around it', 'Asha <asha@example.com>'],
    ['a comment', 'asha(home)@example.com'],
    ['a quoted local part', '"asha"@example.com'],
    ['a quoted space', '"as ha"@example.com'],
    ['a backslash', 'as\\ha@example.com'],
    ['a header', 'asha@example.com\r\nBcc: attacker@example.com'],
    ['a header in the local part', 'asha\r\nBcc:x@example.com'],
    ['a line break', 'as\nha@example.com'],
    ['NUL', 'as\u0000ha@example.com'],
    ['a tab in the domain', 'asha@exam\tple.com'],
    ['65 bytes before the @', `${'a'.repeat(65)}@example.com`],
    ['65 bytes in Devanagari before the @', `${'न'.repeat(22)}@example.com`],
    ['255 bytes', `${'a'.repeat(255 - LONG_DOMAIN.length - 5)}@${LONG_DOMAIN}.com`],
    ['a label of 64 letters', `asha@${'d'.repeat(64)}.com`],
    ['a label that ends with a hyphen', 'asha@example-.com'],
    ['an underscore in the domain', 'asha@ex_ample.com'],
    ['a colon in the domain', 'asha@example.com:25'],
    ['a path after the domain', 'asha@example.com/x'],
    ['a line break in the domain', 'asha@exam\r\nple.com'],
    ['a fragment after the domain', 'asha@example.com#x'],
    ['the KELVIN SIGN for K', 'quac\u212a@example.com'],
    ['fullwidth letters', '\uff41sha@example.com'],
    ['a ligature', 'o\ufb03ce@example.com'],
    ['a direction mark', 'राम\u202e@example.com'],
    ['a zero-width space', 'राम\u200b@example.com'],
    ['a zero-width joiner', 'रा\u200dम@example.com'],
    ['a no-break space', 'राम\u00a0जी@example.com'],
    ['half of a surrogate pair', 'राम\ud800@example.com'],
  ])('is refused with %s', (_what, typed) => {
    expect(() => canonicalEmail(typed)).toThrow(expect.objectContaining({ code: 'email_invalid' }));
  });
});
