import { describe, expect, it } from '@jest/globals';
import { Faults } from './faults.js';

const createFaults = () => new Faults(['slow', 'broken'] as const);

describe('Faults', () => {
  it('applies a fault until it is switched off', () => {
    const faults = createFaults();
    faults.switchOn({ mode: 'slow', ms: 5 });
    expect(faults.take(['slow'])).toEqual({ mode: 'slow', ms: 5 });
    expect(faults.take(['slow'])).toBeDefined();
    faults.switchOffAll();
    expect(faults.take(['slow'])).toBeUndefined();
  });

  it('applies a fault as often as it says', () => {
    const faults = createFaults();
    faults.switchOn({ mode: 'broken', times: 2 });
    const taken = [1, 2, 3].map(() => faults.take(['broken'])?.mode);
    expect(taken).toEqual(['broken', 'broken', undefined]);
    expect(faults.all()).toEqual([]);
  });

  it('applies a fault only to the kind of request it names', () => {
    const faults = createFaults();
    faults.switchOn({ mode: 'broken', match: 'summary' });
    expect(faults.take(['broken'], 'chat')).toBeUndefined();
    expect(faults.take(['broken'], 'summary')?.mode).toBe('broken');
  });

  it('leaves alone the modes that were not asked for', () => {
    const faults = createFaults();
    faults.switchOn({ mode: 'broken', times: 1 });
    expect(faults.take(['slow'])).toBeUndefined();
    expect(faults.all()).toHaveLength(1);
  });

  it.each([
    [{ mode: 'other' }, 'Choose "mode" from: slow, broken'],
    [{ mode: 'slow', ms: 'soon' }, '"ms" has to be a number'],
    ['slow', 'Choose "mode"'],
  ])('refuses %j and says what to do', (wish, words) => {
    expect(() => createFaults().switchOn(wish)).toThrow(words);
  });
});
