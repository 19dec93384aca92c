import { describe, expect, it } from '@jest/globals';
import { Persona } from '../enums/persona.js';
import { baselinePrompt, baselineStyles, MAX_DRIFT, styleRange } from './baselines.js';
import { styleAxes } from './persona-prompt.js';

const personas = Object.values(Persona);

describe.each(personas)('the companion %s', (persona) => {
  it('has every axis of style, each from 0 to 1', () => {
    expect(Object.keys(baselineStyles[persona]).sort()).toEqual([...styleAxes].sort());
    for (const axis of styleAxes) {
      expect(baselineStyles[persona][axis]).toBeGreaterThanOrEqual(0);
      expect(baselineStyles[persona][axis]).toBeLessThanOrEqual(1);
    }
  });

  it.each(styleAxes.filter((axis) => axis !== 'flirt'))(
    'may drift in %s by 0.3, but not out of 0 to 1',
    (axis) => {
      const start = baselineStyles[persona][axis];
      const [lowest, highest] = styleRange(persona, axis);
      expect(lowest).toBeCloseTo(Math.max(0, start - MAX_DRIFT), 10);
      expect(highest).toBeCloseTo(Math.min(1, start + MAX_DRIFT), 10);
      expect([lowest, highest].map((value) => Number(value.toFixed(2)))).toEqual([lowest, highest]);
    },
  );

  it('never learns to flirt', () => {
    expect(styleRange(persona, 'flirt')).toEqual([0, 0]);
    expect(baselinePrompt(persona).style.flirt).toBe(0);
  });

  it('begins without anything learned', () => {
    expect(baselinePrompt(persona)).toMatchObject({
      schema: 1,
      base: persona,
      revision: 0,
      frozen: false,
      do: [],
      avoid: [],
      boundaries: [],
      focus: [],
      pinned: [],
    });
  });
});

describe('a baseline', () => {
  it('is handed out as a copy that may be changed', () => {
    baselinePrompt(Persona.CalmMature).style.warmth = 0;
    expect(baselinePrompt(Persona.CalmMature).style.warmth).toBe(baselineStyles.calm_mature.warmth);
    expect(baselineStyles.calm_mature.warmth).toBeGreaterThan(0);
  });

  it('speaks to the person formally only as the calm one', () => {
    expect(personas.map((persona) => baselinePrompt(persona).language.honorific)).toEqual([
      'tum',
      'tum',
      'tum',
      'aap',
    ]);
  });
});
