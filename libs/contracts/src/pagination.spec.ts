import { describe, expect, it } from '@jest/globals';
import { DomainError } from './errors.js';
import { decodeCursor, encodeCursor, PageQuery, pageOf } from './pagination.js';
import { parseDto } from './parse-dto.js';

const ID = '00000000-0000-7000-8000-000000000001';
const AT = '2026-01-02 03:04:05.678901+00';

const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it.each([AT, '2026-01-02 03:04:05+00', '2026-01-02 03:04:05.1+00'])('keeps the instant %s whole', (at) => {
    expect(decodeCursor(encodeCursor({ at, id: ID }))).toEqual({ at, id: ID });
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['an object', forged({ at: AT, id: ID })],
    ['too few parts', forged([AT])],
    ['too many parts', forged([AT, ID, ID])],
    ['another instant', forged(['yesterday', ID])],
    ['an instant in another zone', forged(['2026-01-02 03:04:05+05', ID])],
    ['SQL for an instant', forged([`${AT}'; DROP TABLE users; --`, ID])],
    ['SQL for an id', forged([AT, `${ID}' OR '1'='1`])],
    ['a number for an id', forged([AT, 7])],
    ['an id in capitals', forged([AT, ID.toUpperCase().replace('0', 'F')])],
  ])('of %s is refused', (_what, cursor) => {
    const decode = (): unknown => decodeCursor(cursor);
    expect(decode).toThrow(DomainError);
    expect(decode).toThrow(
      expect.objectContaining({
        code: 'validation_failed',
        extras: { errors: [expect.objectContaining({ path: 'cursor' })] },
      }),
    );
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ name, at: AT, id: ID }));
  const page = (limit: number): unknown =>
    pageOf(
      rows,
      limit,
      ({ name }) => name,
      ({ at, id }) => ({ at, id }),
    );

  it('ends with the cursor of its last row while there are more', () => {
    expect(page(2)).toEqual({ items: ['a', 'b'], next_cursor: encodeCursor({ at: AT, id: ID }) });
  });

  it.each([3, 4])('of up to %i has no next one when the rows are used up', (limit) => {
    expect(page(limit)).toEqual({ items: ['a', 'b', 'c'], next_cursor: null });
  });

  it('of nothing is empty', () => {
    expect(pageOf([], 20, String, () => ({ at: AT, id: ID }))).toEqual({ items: [], next_cursor: null });
  });
});

describe('a page query', () => {
  it('asks for twenty items unless told', () => {
    expect(parseDto(PageQuery, {}, 'refuse')).toEqual({ limit: 20 });
  });

  it.each([
    ['1', 1],
    ['100', 100],
  ])('reads a limit of %s', (limit, wanted) => {
    expect(parseDto(PageQuery, { limit }, 'refuse').limit).toBe(wanted);
  });

  it.each(['0', '101', '-1', '1.5', '', 'ten', null])('refuses a limit of %j', (limit) => {
    expect(() => parseDto(PageQuery, { limit }, 'refuse')).toThrow(DomainError);
  });
});
