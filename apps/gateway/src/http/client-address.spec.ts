import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.js';

describe('the address of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['garbage', '::'],
    ['', '::'],
  ])('%s is %s', (written, address) => {
    expect(clientAddress(written)).toBe(address);
  });
});
