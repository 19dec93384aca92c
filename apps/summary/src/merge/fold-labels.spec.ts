import { describe, expect, it } from '@jest/globals';
import { addLabels, noLabels, shownValues, type LabelState } from './fold-labels.js';

/** A session as the labels it showed, each with the messages behind it. */
type Session = Readonly<Record<string, number>>;

const fold = (sessions: readonly Session[], forgetAfter?: number): LabelState =>
  sessions.reduce<LabelState>(
    (state, session) =>
      addLabels(
        state,
        Object.entries(session).map(([value, messages]) => ({
          value,
          message_ids: Array.from({ length: messages }, String),
        })),
        forgetAfter,
      ),
    noLabels,
  );

const shown = (...sessions: Session[]): string[] | null => shownValues(fold(sessions));
const weight = (label: string, ...sessions: Session[]): number | undefined =>
  fold(sessions).weighed.get(label)?.weight;

const none: Session = {};
const times = (count: number, session: Session): Session[] => Array.from({ length: count }, () => session);

describe('the shown labels', () => {
  it('are none before the first', () => {
    expect(shown()).toBeNull();
    expect(shown(none)).toBeNull();
  });

  it('are three at most, the heaviest first', () => {
    expect(shown({ a: 1, b: 3, c: 2, d: 4 })).toEqual(['d', 'b', 'c']);
  });

  it('stand in an order of their own when they weigh the same', () => {
    expect(shown({ c: 1, a: 1, b: 1 })).toEqual(['a', 'b', 'c']);
    expect(shown({ b: 1, c: 1, a: 1 })).toEqual(['a', 'b', 'c']);
  });

  it('are one under two spellings, shown in the latest', () => {
    expect(shown({ Honesty: 1 }, { 'honesty!': 1 })).toEqual(['honesty!']);
  });
});

describe('the weight of a label', () => {
  it.each([
    [1, 0.5],
    [2, 0.75],
    [3, 0.875],
  ])('with %i messages behind it is %d', (messages, expected) => {
    expect(weight('a', { a: messages })).toBe(expected);
  });

  it('halves in six sessions', () => {
    expect(weight('a', { a: 1 }, ...times(6, none))).toBeCloseTo(0.25, 10);
  });

  it('adds up when it is seen again', () => {
    expect(weight('a', { a: 1 }, { a: 1 })).toBeCloseTo(0.5 * 0.5 ** (1 / 6) + 0.5, 10);
  });
});

describe('a newcomer', () => {
  const settled: Session = { a: 2, b: 2, c: 2 };

  it('takes a free place at once', () => {
    expect(shown({ a: 2, b: 2 }, { d: 1 })).toEqual(['a', 'b', 'd']);
  });

  it('does not displace one that it only just outweighs', () => {
    // 0.75 against 0.75 × 0.891 = 0.668: 1.12 times as heavy.
    expect(shown(settled, { d: 2 })).toEqual(['a', 'b', 'c']);
  });

  it('displaces the weakest when it is 1.15 times as heavy', () => {
    // 0.875 against 0.668: 1.31 times.
    expect(shown(settled, { d: 3 })).toEqual(['d', 'a', 'b']);
  });

  it('comes in time, when the others are not seen again', () => {
    expect(shown(settled, none, none, { d: 2 })).toEqual(['d', 'a', 'b']);
  });

  it('does not flicker in and out with its rival', () => {
    const duel = Array.from({ length: 20 }, (_, n): Session => (n % 2 === 0 ? { c: 1 } : { d: 1 }));
    const steps = duel.map((_, n) =>
      shown({ a: 4, b: 4, c: 2 }, ...times(4, { a: 3, b: 3 }), ...duel.slice(0, n + 1)),
    );
    const changes = steps.filter((step, n) => n > 0 && step?.includes('c') !== steps[n - 1]?.includes('c'));
    expect(changes.length).toBeLessThanOrEqual(1);
  });
});

describe('forgetting', () => {
  it('drops a label that was not seen for eight sessions', () => {
    expect(shownValues(fold([{ a: 3 }, ...times(7, none)], 8))).toEqual(['a']);
    expect(shownValues(fold([{ a: 3 }, ...times(8, none)], 8))).toBeNull();
  });

  it('begins anew whenever the label is seen', () => {
    expect(shownValues(fold([{ a: 1 }, ...times(7, none), { a: 1 }, ...times(7, none)], 8))).toEqual(['a']);
  });

  it('frees the place of what was forgotten', () => {
    const sessions = [{ a: 4, b: 1 }, ...times(8, { b: 1 }), { c: 1, d: 1 }];
    expect(shownValues(fold(sessions, 8))).toEqual(['b', 'c', 'd']);
  });

  it('does not happen unless asked for', () => {
    expect(shown({ a: 1 }, ...times(100, none))).toEqual(['a']);
  });
});
