import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@saathi/contracts';
import { parseJsonBody } from './parse-json-body.js';

const parse = (text: string): unknown => parseJsonBody(Buffer.from(text));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a body', () => {
  it.each([
    [
      'an object',
      '{"text": "नमस्ते 👩‍👧", "n": [1, 2.50, null, true]}',
      { text: 'नमस्ते 👩‍👧', n: [1, 2.5, null, true] },
    ],
    ['an object with escapes', '{"text": "\\u0928\\ud83d\\udc69 \\"\\\\\\n"}', { text: 'न👩 "\\\n' }],
    ['brackets within a text', `{"text": "${'['.repeat(100)}"}`, { text: '['.repeat(100) }],
    ['brackets after an escaped quote', `{"text": "\\"${'{'.repeat(100)}"}`, { text: `"${'{'.repeat(100)}` }],
    ['an escape of an escape', '{"text": "\\\\u0000"}', { text: '\\u0000' }],
    ['a text that names a prototype', '{"text": "__proto__"}', { text: '__proto__' }],
    ['a list', '[1]', [1]],
    ['null', 'null', null],
  ])('of %s is read', (_what, text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it('that is empty is nothing', () => {
    expect(parse('')).toBeUndefined();
  });

  it('may be 32 levels deep', () => {
    expect(parse(nested(32))).toEqual(JSON.parse(nested(32)));
  });

  it('may hold as many commas as fit in a text', () => {
    const text = ','.repeat(4000);
    expect(parse(JSON.stringify({ text }))).toEqual({ text });
  });

  it('may hold many lists beside each other', () => {
    expect(parse(`[${Array.from({ length: 1000 }, () => '[]').join(',')}]`)).toHaveLength(1000);
  });

  const refusals: [string, string][] = [
    ['33 levels', nested(33)],
    ['20,000 levels', nested(20_000)],
    ['2,001 members in one list', `[${'1,'.repeat(2001)}1]`],
    ['2,001 members in many lists', `[${'[1,1],'.repeat(1001)}1]`],
    ['20,000 levels that are never closed', '{"a":'.repeat(20_000)],
    ['a torn end', '{"text": "hel'],
    ['two values', '{} {}'],
    ['white space alone', '  '],
    ['single quotes', "{'a': 1}"],
    ['NaN', '{"a": NaN}'],
    ['a raw line break in a text', '{"a": "x\ny"}'],
    ['an escaped NUL', '{"text": "a\\u0000"}'],
    ['an escaped NUL in a name', '{"a\\u0000": 1}'],
    ['an escaped NUL deep down', '{"a": [{"b": ["\\u0000"]}]}'],
    ['the first half of a pair', '{"text": "\\ud83d"}'],
    ['the second half of a pair', '{"text": "\\udc69"}'],
    ['the halves in the wrong order', '{"text": "\\udc69\\ud83d"}'],
    ['a prototype', '{"__proto__": {"admin": true}}'],
    ['a prototype deep down', '{"a": [{"__proto__": 1}]}'],
    ['a prototype behind escapes', '{"\\u005f\\u005fproto\\u005f\\u005f": {"admin": true}}'],
  ];

  it.each(refusals)('with %s is refused', (_what, text) => {
    expect(() => parse(text)).toThrow(DomainError);
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });

  it.each<[string, number[]]>([
    ['a lone byte of Latin-1', [0x22, 0xe9, 0x22]],
    ['a torn letter', [0x22, 0xe0, 0xa4, 0x22]],
    ['an overlong NUL', [0x22, 0xc0, 0x80, 0x22]],
    ['half of a pair as CESU-8', [0x22, 0xed, 0xa0, 0xbd, 0x22]],
  ])('that is no UTF-8 by %s is refused', (_what, bytes) => {
    expect(() => parseJsonBody(Buffer.from(bytes))).toThrow(
      expect.objectContaining({ code: 'validation_failed', detail: 'The body is not UTF-8.' }),
    );
  });
});
