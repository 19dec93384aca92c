import { describe, expect, it } from '@jest/globals';
import { isOutage } from './outage.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('an error', () => {
  it.each([
    ['ECONNREFUSED', true],
    ['ECONNRESET', true],
    ['EPIPE', true],
    ['ETIMEDOUT', true],
    ['ENOTFOUND', true],
    ['EAI_AGAIN', true],
    ['08006', true],
    ['08P01', true],
    ['53300', true],
    ['57P01', true],
    ['57P03', true],
    ['40001', true],
    ['40P01', true],
    ['23505', false],
    ['42P01', false],
    ['57014', false],
    ['22P02', false],
    ['EACCES', false],
    ['ENOENT', false],
    ['', false],
  ])('with the code "%s" is an outage: %s', (code, outage) => {
    expect(isOutage(coded(code))).toBe(outage);
  });

  it.each([
    ['Connection terminated unexpectedly', true],
    ['Connection terminated due to connection timeout', true],
    ['timeout exceeded when trying to connect', true],
    ['Client has encountered a connection error and is not queryable', true],
    ['Query read timeout', true],
    ['Cannot read properties of undefined', false],
  ])('that says "%s" is an outage: %s', (message, outage) => {
    expect(isOutage(new Error(message))).toBe(outage);
  });

  it.each([
    ['its cause', new Error('x', { cause: coded('ECONNREFUSED') })],
    ['the driver behind it', Object.assign(new Error('x'), { driverError: coded('57P01') })],
    ['one of many', new AggregateError([coded('EACCES'), coded('ECONNREFUSED')])],
    ['the cause of its cause', new Error('x', { cause: new Error('y', { cause: coded('EPIPE') }) })],
  ])('is an outage by %s', (_what, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }])('that is %p is none', (value) => {
    expect(isOutage(value)).toBe(false);
  });
});
