import { describe, expect, it } from '@jest/globals';
import { hashToken, makeRefreshToken, successionKey, successorOf } from './refresh-token.js';

const key = successionKey('a secret of the server');
const salt = Buffer.from('salt');

describe('a refresh token', () => {
  it('is 256 random bits, safe in JSON and in an address', () => {
    const tokens = Array.from({ length: 100 }, makeRefreshToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  it('is stored as a digest of 32 bytes', () => {
    const token = makeRefreshToken();
    expect(hashToken(token)).toHaveLength(32);
    expect(hashToken(token)).toEqual(hashToken(token));
    expect(hashToken(token).equals(hashToken(`${token}x`))).toBe(false);
  });
});

describe('the successor of a token', () => {
  it('is always the same one, and looks like any other token', () => {
    const token = makeRefreshToken();
    expect(successorOf(token, salt, key)).toBe(
      successorOf(token, salt, successionKey('a secret of the server')),
    );
    expect(successorOf(token, salt, key)).toMatch(/^[\w-]{43}$/);
  });

  it('is another one for each token of a chain', () => {
    const chain = ['first'];
    for (let length = 0; length < 50; length += 1) chain.push(successorOf(chain.at(-1) ?? '', salt, key));
    expect(new Set(chain).size).toBe(51);
  });

  it.each([
    ['another token', successorOf('b', salt, key)],
    ['another login', successorOf('a', Buffer.from('pepper'), key)],
    ['another server', successorOf('a', salt, successionKey('another secret'))],
    ['no salt, with the salt in the token', successorOf('salt|a', Buffer.alloc(0), key)],
  ])('differs for %s', (_what, other) => {
    expect(other).not.toBe(successorOf('a', salt, key));
  });
});
