import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '@saathi/platform';
import { IsPepperList, ToPeppers, type Pepper } from './peppers.js';

class PepperConfig {
  @ToPeppers()
  @IsPepperList()
  OTP_PEPPERS!: readonly Pepper[];
}

const SECRET = 's'.repeat(32);
const read = (OTP_PEPPERS: string): readonly Pepper[] =>
  loadConfig(PepperConfig, { OTP_PEPPERS }).OTP_PEPPERS;

describe('the peppers', () => {
  it.each([
    [`one:${SECRET}`, [{ id: 'one', secret: SECRET }]],
    [
      `two:${SECRET}:with:colons , one:${SECRET}`,
      [
        { id: 'two', secret: `${SECRET}:with:colons` },
        { id: 'one', secret: SECRET },
      ],
    ],
  ])('of "%s" are read', (text, peppers) => {
    expect(read(text)).toEqual(peppers);
  });

  it.each([
    ['no id', `:${SECRET}`],
    ['no colon', SECRET],
    ['a short secret', 'one:short'],
    ['an id with other characters', `o$e:${SECRET}`],
    ['one bad among good ones', `one:${SECRET},two:short`],
    ['an empty item', `one:${SECRET},`],
  ])('are refused with %s, without a word of the secret', (_what, text) => {
    expect(() => read(text)).toThrow(ConfigError);
    expect(() => read(text)).not.toThrow(new RegExp(SECRET));
  });
});
