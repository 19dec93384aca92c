import { describe, expect, it } from '@jest/globals';
import { DomainError, errorCatalog, isErrorCode } from './errors.js';

describe('an error code', () => {
  it.each(Object.keys(errorCatalog))('%s is known', (code) => {
    expect(isErrorCode(code)).toBe(true);
  });

  it.each(['', 'nothing', 'toString', '__proto__', 'constructor', 7, null, undefined, {}])(
    '%p is none',
    (value) => {
      expect(isErrorCode(value)).toBe(false);
    },
  );
});

describe('an error of the product', () => {
  it('says what its code says unless told more', () => {
    expect(new DomainError('not_found')).toMatchObject({
      name: 'DomainError',
      code: 'not_found',
      detail: 'There is no such thing here',
      extras: {},
      message: 'not_found: There is no such thing here',
    });
  });

  it('keeps what caused it', () => {
    const cause = new Error('inside');
    expect(new DomainError('internal', 'x', {}, { cause }).cause).toBe(cause);
  });
});
