import { describe, expect, it } from '@jest/globals';
import { describeError } from './describe-error.js';

const SECRET = 'asha@example.com';

/** An error as node-postgres throws it: its texts quote the row. */
class DatabaseError extends Error {
  readonly code = '23505';
  readonly constraint = 'users_email_key';
  readonly table = 'users';
  readonly routine = '_bt_check_unique';
  readonly detail = `Key (email)=(${SECRET}) already exists.`;
  readonly where = `COPY users: ${SECRET}`;
}

/** An error as TypeORM throws it around that. */
class QueryFailedError extends Error {
  readonly query = `INSERT INTO users VALUES ('${SECRET}')`;
  readonly parameters = [SECRET];
  readonly driverError = new DatabaseError(`duplicate key: ${SECRET}`);
}

/** An error as HTTP clients throw it: with the answer's words. */
class ApiError extends Error {
  readonly status = 400;
  readonly error = { message: SECRET };
}

const syntaxError = (): unknown => {
  try {
    return JSON.parse(`{"email": ${SECRET}`);
  } catch (error) {
    return error;
  }
};

describe('what is logged of an error', () => {
  it('is its class, its message and where it happened', () => {
    expect(describeError(new TypeError('x is not a function'))).toEqual({
      type: 'TypeError',
      message: 'x is not a function',
      frames: expect.arrayContaining([expect.stringMatching(/^at .*describe-error\.spec/)]),
    });
  });

  it.each([
    ['a database driver', new DatabaseError(`duplicate key: ${SECRET}`), { type: 'DatabaseError' }],
    ['an ORM', new QueryFailedError(`failed: ${SECRET}`), { type: 'QueryFailedError' }],
    ['an HTTP client', new ApiError(`400 ${SECRET}`), { type: 'ApiError', status: 400 }],
    ['a parser', syntaxError(), { type: 'SyntaxError' }],
  ])('of %s is nothing it was given', (_whose, error, known) => {
    const described = describeError(error);
    expect(described).toMatchObject(known);
    expect(JSON.stringify(described)).not.toContain(SECRET);
  });

  it.each([
    ['a database driver', new DatabaseError('x')],
    ['an ORM', new QueryFailedError('x')],
  ])('of %s is what names the fault', (_whose, error) => {
    expect(describeError(error)).toMatchObject({
      code: '23505',
      constraint: 'users_email_key',
      table: 'users',
      routine: '_bt_check_unique',
    });
  });

  it('of a chain is each link, each with the same care', () => {
    const described = describeError(new Error('could not store', { cause: new DatabaseError(SECRET) }));
    expect(described).toMatchObject({ message: 'could not store', cause: { type: 'DatabaseError' } });
    expect(JSON.stringify(described)).not.toContain(SECRET);
  });

  it.each([
    ['a text', SECRET, 'string'],
    ['nothing', undefined, 'undefined'],
    ['an object', { message: SECRET }, 'object'],
  ])('that was thrown as %s is its type alone', (_what, thrown, type) => {
    expect(describeError(thrown)).toEqual({ type });
  });
});
