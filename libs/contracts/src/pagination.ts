import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { DomainError } from './errors.js';
import { MayBeLeftOut } from './fields.js';

/** Which part of a list is wanted. */
export class PageQuery {
  /** How many items at most, 1 to 100. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** Where to go on: the `next_cursor` of the page before. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}

/** Asks for one part of a person's own list. */
export class ActorPageRequest extends PageQuery {
  @IsUUID('loose')
  user_id!: string;
}

/** One part of a list. */
export interface Page<T> {
  items: T[];
  /** Hand it in as `cursor` for the next part; null at the end. */
  next_cursor: string | null;
}

/** The place of a row in a list that is ordered by time and then by id. */
export interface Keyset {
  /** PostgreSQL's own text of the instant, which keeps the microseconds that a `Date` would lose. */
  readonly at: string;
  readonly id: string;
}

/** Makes an opaque cursor from the last row of a page. */
export const encodeCursor = ({ at, id }: Keyset): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url');

const AT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a cursor that `encodeCursor` made.
 * @throws DomainError `validation_failed` for anything else
 */
export const decodeCursor = (cursor: string): Keyset => {
  const parts: unknown[] = parseList(Buffer.from(cursor, 'base64url').toString());
  if (parts.length === 2) {
    const [at, id] = parts;
    if (typeof at === 'string' && AT.test(at) && typeof id === 'string' && ID.test(id)) return { at, id };
  }
  throw new DomainError('validation_failed', 'The cursor is not one that this list gave out.', {
    errors: [{ path: 'cursor', message: 'cursor must be the next_cursor of an earlier page' }],
  });
};

const parseList = (text: string): unknown[] => {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

/** Cuts a page from rows that were read with one more than `limit`, so that the end is known. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toKeyset: (row: Row) => Keyset,
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(toKeyset(last)) : null,
  };
};
