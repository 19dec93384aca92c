import { describe, expect, it } from '@jest/globals';
import { costInPaise, MODEL_PRICES, readPrices } from './model-price.js';

describe('the price of a call', () => {
  it('counts what the provider had in its cache at its own price', () => {
    const price = { in: 35, cached: 9, out: 140 };
    expect(costInPaise({ tokens_in: 1500, tokens_cached: 1000, tokens_out: 60 }, price)).toBe(3.49);
  });

  it('is nothing for nothing', () => {
    const usage = { tokens_in: 0, tokens_cached: 0, tokens_out: 0 };
    expect(costInPaise(usage, { in: 1, cached: 1, out: 1 })).toBe(0);
  });
});

describe('the list of prices', () => {
  it('is read model by model', () => {
    const prices = readPrices('gpt-4.1-mini=35/9/140,my/model:7b=0/0/0.5');
    expect(prices.get('gpt-4.1-mini')).toEqual({ in: 35, cached: 9, out: 140 });
    expect(prices.get('my/model:7b')).toEqual({ in: 0, cached: 0, out: 0.5 });
    expect(readPrices('').size).toBe(0);
  });

  it.each([
    ['a=1/2/3', true],
    ['a=1/2/3,b=0.5/0/1.25', true],
    ['', true],
    ['a=1/2', false],
    ['a=1/2/3,', false],
    ['a', false],
    ['a=-1/2/3', false],
  ])('%j is well formed: %s', (setting, isGood) => {
    expect(MODEL_PRICES.test(setting)).toBe(isGood);
  });
});
