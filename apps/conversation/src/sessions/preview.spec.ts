import { describe, expect, it } from '@jest/globals';
import { preview } from './preview.js';

describe('how a session began', () => {
  it('is one line, whatever was written', () => {
    expect(preview('  kal\n\n\tpapa   se\u00A0baat hui\r\n')).toBe('kal papa se baat hui');
  });

  it('has nothing in it that turns a page around', () => {
    expect(preview('safe \u202Egnp.exe\u202C\u0000 ok\u200B')).toBe('safe gnp.exe ok');
  });

  it('keeps what joins letters and emoji', () => {
    expect(preview('क्‍ष 👩‍👩‍👧')).toBe('क्‍ष 👩‍👩‍👧');
  });

  it.each([null, '', '   ', '\n\u200B\u2060', '\u200D'])(
    'is nothing when nothing can be seen in %j',
    (text) => {
      expect(preview(text)).toBeNull();
    },
  );

  it('is eighty characters at most', () => {
    expect([...(preview('na '.repeat(100)) ?? '')].length).toBeLessThanOrEqual(80);
  });
});
