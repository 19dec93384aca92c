import { describe, expect, it } from '@jest/globals';
import { concernsIn } from './screen.js';

describe('concernsIn', () => {
  it.each([
    ['I want to die', ['self-harm', 'self-harm/intent']],
    ['zindagi khatam kar dun kya', ['self-harm', 'self-harm/intent']],
    ['मैं आत्महत्या के बारे में सोचता हूँ', ['self-harm']],
    ['usko jaan se maar dunga', ['violence']],
    ['send nudes', ['sexual']],
    ['chup kar kutte', ['harassment']],
  ])('flags %j', (text, concerns) => {
    expect([...concernsIn(text)].sort()).toEqual(concerns);
  });

  it.each(['main hasi se mar gaya', 'I do not want to die', 'this deadline is killing me', 'हँसी से मर गया'])(
    'finds nothing in %j',
    (text) => {
      expect(concernsIn(text).size).toBe(0);
    },
  );
});
