import { describe, expect, it } from '@jest/globals';
import { premiumUntil, usageLeft, type PassPeriod } from './allowance.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
const pass = (from: number, until: number): PassPeriod => ({ start_date: at(from), end_date: at(until) });
const now = at(0);

describe('until when somebody is premium', () => {
  it.each<[string, PassPeriod[], number | null]>([
    ['without a pass', [], null],
    ['with a pass that runs', [pass(-1, 23)], 23],
    ['with a pass that begins at this instant', [pass(0, 24)], 24],
    ['with a pass that ends at this instant', [pass(-24, 0)], null],
    ['with a pass that ended', [pass(-25, -1)], null],
    ['with a pass that begins later', [pass(1, 25)], null],
    ['with two back to back', [pass(-1, 23), pass(23, 47)], 47],
    ['with two back to back, told in the wrong order', [pass(23, 47), pass(-1, 23)], 47],
    ['with three back to back', [pass(-1, 23), pass(23, 47), pass(47, 215)], 215],
    ['with a gap between two', [pass(-1, 23), pass(24, 48)], 23],
    ['with two that overlap', [pass(-1, 23), pass(10, 34)], 34],
    ['with one within another', [pass(-1, 100), pass(1, 25)], 100],
    ['with two that begin together', [pass(-1, 5), pass(-1, 23)], 23],
    ['with one that ended and its successor', [pass(-24, 0), pass(0, 24)], 24],
    ['with one that ended long before the next', [pass(-48, -24), pass(-1, 23)], 23],
    ['with one that lasts no time', [pass(0, 0)], null],
  ])('%s', (_how, passes, until) => {
    expect(premiumUntil(passes, now)).toEqual(until === null ? null : at(until));
  });

  it('leaves the passes in their order', () => {
    const passes = [pass(23, 47), pass(-1, 23)];
    premiumUntil(passes, now);
    expect(passes).toEqual([pass(23, 47), pass(-1, 23)]);
  });
});

describe('what is left to use', () => {
  const free = { messages: 20, call_seconds: 180 };
  const left = (total_messages: number, total_call_seconds: number, passes: PassPeriod[] = []): object =>
    usageLeft({ total_messages, total_call_seconds }, free, passes, now);

  it.each([
    [0, 0, 20, 180],
    [19, 179, 1, 1],
    [20, 180, 0, 0],
    [25, 500, 0, 0],
  ])(
    'after %i messages and %i seconds is %i and %i',
    (messages, seconds, messages_left, call_seconds_left) => {
      expect(left(messages, seconds)).toEqual({
        total_messages: messages,
        total_call_seconds: seconds,
        free_messages: 20,
        free_call_seconds: 180,
        messages_left,
        call_seconds_left,
        premium: false,
        premium_until: null,
      });
    },
  );

  it('is without a number while a pass runs', () => {
    expect(left(500, 7, [pass(-1, 23)])).toMatchObject({
      total_messages: 500,
      messages_left: null,
      call_seconds_left: null,
      premium: true,
      premium_until: '2026-01-01T23:00:00.000Z',
    });
  });

  it('is counted again at the very end of a pass', () => {
    expect(left(25, 0, [pass(-24, 0)])).toMatchObject({
      messages_left: 0,
      premium: false,
      premium_until: null,
    });
  });
});
