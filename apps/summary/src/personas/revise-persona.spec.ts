import { describe, expect, it } from '@jest/globals';
import { baselinePrompt, Persona } from '@saathi/contracts';
import { revisePersona } from './revise-persona.js';

const calm = baselinePrompt(Persona.CalmMature);

describe('what a person says of their companion', () => {
  it('changes just that, and makes one revision', () => {
    const { prompt, applied } = revisePersona(calm, {
      frozen: true,
      boundaries: [' no jokes about my weight '],
    });
    expect(prompt).toEqual({ ...calm, frozen: true, boundaries: ['no jokes about my weight'], revision: 1 });
    expect(applied.map(({ path }) => path)).toEqual(['/frozen', '/boundaries']);
  });

  it('can take boundaries and pins away again', () => {
    const bound = { ...calm, boundaries: ['a', 'b'], pinned: ['/do'] };
    expect(revisePersona(bound, { boundaries: ['b'], pinned: [] }).prompt).toMatchObject({
      boundaries: ['b'],
      pinned: [],
    });
  });

  it.each([{}, { frozen: false }, { boundaries: [] }])('is no revision when it is so already: %j', (wish) => {
    expect(revisePersona(calm, wish)).toEqual({ prompt: calm, applied: [] });
  });
});
