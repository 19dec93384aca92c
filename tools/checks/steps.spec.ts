import { describe, expect, it } from '@jest/globals';
import { allSteps, chosenSteps } from './steps.mjs';
import { runSteps, tableOf } from './run-steps.mjs';

const names = (chosen: readonly string[]) => chosenSteps(allSteps(), chosen).map(({ name }) => name);

describe('chosenSteps', () => {
  it('takes all without a name, and the build before what runs it', () => {
    expect(names([])).toHaveLength(10);
    expect(names(['e2e', 'unit'])).toEqual(['unit', 'build', 'e2e']);
  });

  it('refuses a name it does not know', () => {
    expect(() => names(['units'])).toThrow(/no step units. The steps: lint/);
  });
});

describe('runSteps', () => {
  const step = (name: string, ok: boolean, cheap: boolean) => ({
    name,
    cheap,
    run: () => Promise.resolve({ ok, output: ok ? '' : 'why' }),
  });

  it('begins nothing after a failure and shows its output', async () => {
    const said: string[] = [];
    const steps = [step('lint', true, true), step('unit', false, false), step('e2e', true, false)];
    const results = await runSteps(steps, (text) => said.push(text));
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([
      ['lint', true],
      ['unit', false],
    ]);
    expect(said).toContain('why');
    expect(tableOf(steps, results)).toMatch(/^lint +ok +\d\.\d\nunit +failed +\d\.\d\ne2e +not run$/);
  });
});
