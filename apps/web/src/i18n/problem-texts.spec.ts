import { describe, expect, it } from '@jest/globals';
import { errorCatalog } from '@saathi/contracts';
import { problemTexts } from './problem-texts';

describe('the texts of problems', () => {
  const codes = [...Object.keys(errorCatalog), 'offline'].sort();

  it.each(Object.entries(problemTexts))('are there for every code in %s', (_locale, texts) => {
    expect(Object.keys(texts).sort()).toEqual(codes);
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('are in Hindi where Hindi is spoken', () => {
    for (const text of Object.values(problemTexts['hi-IN'])) expect(text).toMatch(/[\u0900-\u097F]/);
    for (const text of Object.values(problemTexts['en-IN'])) expect(text).not.toMatch(/[\u0900-\u097F]/);
  });
});
