import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { isSignedByOneOf, isStale, parseWebhookTime, signWebhook } from './webhook-signature.js';

const body = Buffer.from('{"data":{"order":{"order_amount":170.00}}}');
const timestamp = '1746427759733';
const right = signWebhook(timestamp, body, 'secret');

const isSigned = (
  signature: string,
  given: { secrets?: string[]; timestamp?: string; body?: Buffer } = {},
): boolean =>
  isSignedByOneOf(given.secrets ?? ['secret'], signature, given.timestamp ?? timestamp, given.body ?? body);

describe('a signature', () => {
  it('is the HMAC-SHA256 of timestamp and raw body, in base64', () => {
    const expected = createHmac('sha256', 'secret').update(`${timestamp}${body.toString()}`).digest('base64');
    expect(right).toBe(expected);
  });

  it.each([
    ['the only secret', ['secret']],
    ['the newest of two', ['secret', 'older']],
    ['the oldest of three', ['newest', 'newer', 'secret']],
  ])('by %s is right', (_whose, secrets) => {
    expect(isSigned(right, { secrets })).toBe(true);
  });

  const hmac = (text: string | Buffer): string =>
    createHmac('sha256', 'secret').update(text).digest('base64');

  it.each([
    ['empty', ''],
    ['by another secret', signWebhook(timestamp, body, 'other')],
    ['in hex', createHmac('sha256', 'secret').update(timestamp).update(body).digest('hex')],
    ['in base64url', right.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')],
    ['over the body alone', hmac(body)],
    ['over the timestamp alone', hmac(timestamp)],
    ['over the body and then the timestamp', hmac(Buffer.concat([body, Buffer.from(timestamp)]))],
    ['cut short', right.slice(0, -2)],
    ['with something after it', `${right} `],
    ['in other capitals', right.toLowerCase()],
    ['of letters that are longer than a byte', 'न'.repeat(44)],
  ])('that is %s is wrong', (_how, signature) => {
    expect(isSigned(signature)).toBe(false);
  });

  it('does not fit a body that was written anew', () => {
    expect(isSigned(right, { body: Buffer.from(JSON.stringify(JSON.parse(body.toString()))) })).toBe(false);
  });

  it('does not fit another timestamp', () => {
    expect(isSigned(right, { timestamp: '1746427759734' })).toBe(false);
  });

  it('is never right when there is no secret', () => {
    expect(isSigned(right, { secrets: [] })).toBe(false);
  });
});

describe('the time of a webhook', () => {
  it.each([
    ['1746427759733', '2025-05-05T06:49:19.733Z'],
    ['1746427759', '2025-05-05T06:49:19.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseWebhookTime(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    '12345',
    'yesterday',
    '-1746427759',
    '1746427759.5',
    '1e12',
    ' 1746427759',
    '1'.repeat(16),
    '१७४६४२७७५९',
  ])('%j is none', (text) => {
    expect(parseWebhookTime(text)).toBeUndefined();
  });
});

describe('a webhook', () => {
  const now = new Date('2026-01-01T12:00:00Z');

  it.each([
    [0, false],
    [-3600, false],
    [-3601, true],
    [-7200, true],
    [300, false],
    [301, true],
    [600, true],
  ])('sent %i seconds from now is stale: %s', (seconds, stale) => {
    expect(isStale(new Date(now.getTime() + seconds * 1000), now, 3600)).toBe(stale);
  });
});
