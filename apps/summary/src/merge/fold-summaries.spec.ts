import { describe, expect, it } from '@jest/globals';
import type { FindingField } from '@saathi/contracts';
import { findingsOf, type SummaryFields } from './findings.js';
import { foldSummaries, type SummarisedSession } from './fold-summaries.js';

type Shown = Partial<Record<FindingField, readonly string[]>>;

const sessionsOf = (shown: readonly Shown[], user_turns = 20): SummarisedSession[] =>
  shown.map((values, n) => ({
    session_id: `s${String(n)}`,
    user_turns,
    findings: findingsOf((field) => (values[field] ?? []).map((value) => ({ value, message_ids: ['m'] }))),
  }));

const fold = (...shown: Shown[]): SummaryFields => foldSummaries(sessionsOf(shown)).fields;

const traits = (...top_3_traits_you_value: string[]): Shown => ({ top_3_traits_you_value });
const love = (guess: string): Shown => ({ love_language_guess: [guess] });

describe('the merged summary', () => {
  it('of no session is empty', () => {
    expect(foldSummaries([])).toEqual({
      fields: {
        partner_type_one_liner: null,
        top_3_traits_you_value: null,
        what_you_might_work_on: null,
        next_time_focus: null,
        love_language_guess: null,
        communication_fit: null,
      },
      confidence_score: null,
      ledger: [],
    });
  });

  it('of sessions that showed nothing is empty too, but the confidence grows', () => {
    const folded = foldSummaries(sessionsOf([{}, {}]));
    expect(Object.values(folded.fields)).toEqual([null, null, null, null, null, null]);
    expect(folded.confidence_score).toBe(17);
  });

  it('of one session is what it showed', () => {
    const shown: Shown = {
      partner_type_one_liner: ['somebody steady'],
      top_3_traits_you_value: ['honesty', 'humour'],
      what_you_might_work_on: ['rest'],
      next_time_focus: ['the exam', 'mother'],
      love_language_guess: ['acts'],
      communication_fit: ['short and warm'],
    };
    expect(fold(shown)).toEqual({
      ...shown,
      partner_type_one_liner: 'somebody steady',
      love_language_guess: 'acts',
      communication_fit: 'short and warm',
    });
  });

  it('is the same each time it is made, and leaves the sessions as they are', () => {
    const sessions = sessionsOf([traits('a', 'b'), { ...traits('c'), next_time_focus: ['x'] }]);
    const before = structuredClone(sessions);
    expect(foldSummaries(sessions)).toEqual(foldSummaries(sessions));
    expect(sessions).toEqual(before);
  });

  it('does not depend on the order in which a session told its labels', () => {
    const one = fold(traits('a', 'b', 'c'), traits('c', 'd'));
    expect(fold(traits('c', 'b', 'a'), traits('d', 'c'))).toEqual(one);
  });

  it('without a session is as if it had never been', () => {
    const sessions = sessionsOf([traits('a'), { ...traits('b'), ...love('time') }, traits('c')]);
    const without = sessions.filter(({ session_id }) => session_id !== 's1');
    expect(foldSummaries(without).fields).toEqual(fold(traits('a'), traits('c')));
  });
});

describe('what somebody might work on', () => {
  it('is forgotten when it was not seen for eight sessions', () => {
    const quiet = Array.from({ length: 8 }, () => ({}));
    const work = { what_you_might_work_on: ['saying no'] };
    expect(fold(work, ...quiet.slice(1)).what_you_might_work_on).toEqual(['saying no']);
    expect(fold(work, ...quiet).what_you_might_work_on).toBeNull();
  });
});

describe('the focus of the next talk', () => {
  it('is that of the latest session alone', () => {
    expect(fold({ next_time_focus: ['exam'] }, { next_time_focus: ['mother'] }).next_time_focus).toEqual([
      'mother',
    ]);
  });

  it('is empty when the latest session had none', () => {
    expect(fold({ next_time_focus: ['exam'] }, {}).next_time_focus).toBeNull();
  });
});

describe('the love language', () => {
  it.each<[string, Shown[], string | null]>([
    ['the first guess', [love('words')], 'words'],
    ['the first guess after one stray guess', [love('words'), love('time')], 'words'],
    ['another one after two in a row', [love('words'), love('time'), love('time')], 'time'],
    ['the first guess when two others disagree', [love('words'), love('time'), love('gifts')], 'words'],
    [
      'the first guess when the stray ones are not in a row',
      [love('words'), love('time'), love('words'), love('time')],
      'words',
    ],
    [
      'the first guess when a session without a guess lies between',
      [love('words'), love('time'), {}, love('time')],
      'words',
    ],
    ['none while it is unknown', [love('unknown')], null],
    ['none that is not one', [love('dancing')], null],
  ])('is %s', (_what, sessions, guess) => {
    expect(fold(...sessions).love_language_guess).toBe(guess);
  });
});

describe('the sentences on the partner and on talking', () => {
  const sentence = (text: string, ...labels: string[]): Shown => ({
    ...traits(...labels),
    partner_type_one_liner: [text],
    communication_fit: [`talk: ${text}`],
  });

  it('are the latest, as long as a trait they came with is shown', () => {
    expect(fold(sentence('old', 'a'), sentence('new', 'a'))).toMatchObject({
      partner_type_one_liner: 'new',
      communication_fit: 'talk: new',
    });
  });

  it('stay the old ones when none of the traits of the new ones is shown', () => {
    const strong = Array.from({ length: 4 }, () => sentence('old', 'a', 'b', 'c'));
    expect(fold(...strong, sentence('new', 'z'))).toMatchObject({
      partner_type_one_liner: 'old',
      communication_fit: 'talk: old',
    });
  });

  it('stay when a session has none', () => {
    expect(fold(sentence('old', 'a'), traits('a')).partner_type_one_liner).toBe('old');
  });
});

describe('the confidence', () => {
  it('grows by 5 to 10 with each of thirty sessions, never above 95', () => {
    const shown = Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? {} : traits(`t${String(n % 5)}`)));
    const { ledger, confidence_score } = foldSummaries(sessionsOf(shown, 7));
    expect(confidence_score).toBe(95);
    const free = ledger.filter(({ after }) => after < 95);
    expect(free.length).toBeGreaterThan(8);
    for (const { delta } of free) {
      expect(delta).toBeGreaterThanOrEqual(5);
      expect(delta).toBeLessThanOrEqual(10);
    }
  });

  it('is a ledger without gaps, in hundredths', () => {
    const { ledger } = foldSummaries(
      sessionsOf(
        Array.from({ length: 30 }, () => traits('a')),
        13,
      ),
    );
    let before = 0;
    for (const entry of ledger) {
      expect(entry.before).toBe(before);
      expect(entry.after).toBe(Math.round((before + entry.delta) * 100) / 100);
      expect(Number(entry.delta.toFixed(2))).toBe(entry.delta);
      before = entry.after;
    }
    expect(ledger.map(({ session_id }) => session_id)).toEqual(
      Array.from({ length: 30 }, (_, n) => `s${String(n)}`),
    );
  });
});
