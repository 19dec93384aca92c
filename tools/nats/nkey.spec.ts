import { describe, expect, it } from '@jest/globals';
import { nkeys } from '@nats-io/transport-node';
import { makeSeed, publicKeyOf } from './nkey.mjs';

describe('a seed', () => {
  it('is one that the client of NATS signs with, and its public key is the one that NATS derives', () => {
    for (let n = 0; n < 20; n += 1) {
      const seed = makeSeed();
      expect(seed).toMatch(/^SU[A-Z2-7]{56}$/);
      const pair = nkeys.fromSeed(new TextEncoder().encode(seed));
      expect(publicKeyOf(seed)).toBe(pair.getPublicKey());
    }
  });

  it('is another each time', () => {
    expect(makeSeed()).not.toBe(makeSeed());
  });

  it.each([
    ['is empty', () => ''],
    ['is mistyped', () => makeSeed().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['is of an account', () => new TextDecoder().decode(nkeys.createAccount().getSeed())],
    ['is a public key', () => publicKeyOf(makeSeed())],
  ])('is refused when it %s', (_how, seed) => {
    expect(() => publicKeyOf(seed())).toThrow('this is no seed of a NATS user');
  });
});
