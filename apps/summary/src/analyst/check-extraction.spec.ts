import { describe, expect, it } from '@jest/globals';
import { checkExtraction } from './check-extraction.js';
import type { ClaimedItem, Extraction } from './extraction.js';
import type { TranscriptLine } from './transcript.js';

const transcript: TranscriptLine[] = [
  { id: 'u1', role: 'user', text: 'Mujhe honesty sabse zyada pasand hai.' },
  { id: 'a1', role: 'ai', text: 'You are so kind and generous.' },
  { id: 'u2', role: 'user', text: 'मुझे ईमानदारी और  हँसी पसंद है!' },
  { id: 'u3', role: 'user', text: 'I like “quiet evenings”, and my café.' },
];

const nothing: ClaimedItem = { value: '', evidence: [], quote: '' };
const claim = (value: string, quote = 'honesty', evidence = ['u1']): ClaimedItem => ({
  value,
  quote,
  evidence,
});

const check = (claims: Partial<Extraction>): ReturnType<typeof checkExtraction> =>
  checkExtraction(
    {
      partner_type_one_liner: nothing,
      top_3_traits_you_value: [],
      what_you_might_work_on: [],
      next_time_focus: [],
      love_language_guess: nothing,
      communication_fit: nothing,
      persona_ops: [],
      ...claims,
    },
    transcript,
  );

const traitsOf = (...items: ClaimedItem[]): string[] =>
  check({ top_3_traits_you_value: items }).top_3_traits_you_value.map(({ value }) => value);

describe('a claim', () => {
  it('that stands up is kept with its messages and the words it was heard in', () => {
    expect(check({ top_3_traits_you_value: [claim(' honesty ')] }).top_3_traits_you_value).toEqual([
      { value: 'honesty', message_ids: ['u1'], quote: 'honesty', quoted_in: ['u1'] },
    ]);
  });

  it.each([
    ['in other capitals', 'HONESTY sabse'],
    ['without its full stop', 'zyada pasand hai'],
    ['in Devanagari, with other spacing', 'ईमानदारी और हँसी', 'u2'],
    ['with other quotation marks', '"quiet evenings"', 'u3'],
    ['with another encoding of its accents', 'my cafe\u0301', 'u3'],
  ])('may quote %s', (_how, quote, id = 'u1') => {
    expect(traitsOf(claim('honesty', quote, [id]))).toEqual(['honesty']);
  });

  it.each([
    ['that names nobody’s message', claim('honesty', 'honesty', [])],
    ['that names a message of another session', claim('honesty', 'honesty', ['u9'])],
    ['that rests on what the companion said', claim('kindness', 'so kind', ['a1'])],
    ['that quotes words nobody said', claim('honesty', 'honesty above all')],
    ['that quotes the words of another message', claim('honesty', 'quiet evenings', ['u1'])],
    ['that quotes nothing', claim('honesty', '')],
    ['that quotes signs alone', claim('honesty', '…!')],
    ['that quotes one letter', claim('honesty', 'h')],
    ['without a value', claim('  ')],
    ['with a value of signs alone', claim('—')],
    ['with a value that is too long', claim('h'.repeat(81))],
  ])('%s is dropped', (_what, item) => {
    expect(traitsOf(item)).toEqual([]);
  });

  it('leaves out the messages that are not the person’s, and keeps those that are', () => {
    const item = claim('honesty', 'honesty', ['a1', 'u1', 'u9', 'u1', 'u2']);
    expect(check({ top_3_traits_you_value: [item] }).top_3_traits_you_value[0]?.message_ids).toEqual([
      'u1',
      'u2',
    ]);
  });

  it('is kept once under two spellings', () => {
    expect(traitsOf(claim('Honesty'), claim('honesty!'), claim('humour'))).toEqual(['Honesty', 'humour']);
  });

  it('does not take the place of a good one by being wrong first', () => {
    expect(traitsOf(claim('honesty', 'invented'), claim('honesty'))).toEqual(['honesty']);
  });

  it('may be 80 characters long', () => {
    expect(traitsOf(claim('न'.repeat(80)))).toHaveLength(1);
  });
});

describe('a list of claims', () => {
  const many = Array.from({ length: 9 }, (_, n) => claim(`value ${String(n)}`));

  it.each([
    ['top_3_traits_you_value', 5],
    ['what_you_might_work_on', 5],
    ['next_time_focus', 3],
  ] as const)('of %s keeps the first %i that stand up', (field, most) => {
    const findings = check({ [field]: [claim('bad', 'invented'), ...many] })[field];
    expect(findings.map(({ value }) => value)).toEqual(many.slice(0, most).map(({ value }) => value));
  });
});

describe('the love language', () => {
  it.each(['words', 'time', 'gifts', 'acts', 'touch'])('may be %s', (guess) => {
    expect(check({ love_language_guess: claim(guess) }).love_language_guess).toHaveLength(1);
  });

  it.each(['unknown', '', 'dancing', 'WORDS'])('is not %j', (guess) => {
    expect(check({ love_language_guess: claim(guess) }).love_language_guess).toEqual([]);
  });
});

describe('a sentence', () => {
  it.each(['partner_type_one_liner', 'communication_fit'] as const)(
    'of %s may be 240 characters long',
    (field) => {
      expect(check({ [field]: claim('s'.repeat(240)) })[field]).toHaveLength(1);
      expect(check({ [field]: claim('s'.repeat(241)) })[field]).toEqual([]);
    },
  );
});
