import { describe, expect, it } from '@jest/globals';
import { startOptions } from './arguments.mjs';

describe('startOptions', () => {
  it('is off by default', () => {
    expect(startOptions([])).toEqual({ logs: false, reset: false, watch: false, help: false });
  });

  it('takes what it knows', () => {
    expect(startOptions(['--reset', '--logs'])).toMatchObject({ reset: true, logs: true, watch: false });
  });

  it('refuses what it does not know, with the help', () => {
    expect(() => startOptions(['--rest', '--logs'])).toThrow(/^Unknown: --rest\n[^]*--reset/);
  });
});
