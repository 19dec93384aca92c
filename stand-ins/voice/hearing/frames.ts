import { HEARD_RATE } from '../utterances.js';
import { BandFilter } from './band-filter.js';

/** How loud each band is for 20 ms. */
export type Frame = readonly number[];

const FRAME = HEARD_RATE / 50;
const BANDS = [
  [100, 300],
  [300, 550],
  [550, 850],
  [850, 1300],
  [1300, 1900],
  [1900, 2700],
  [2700, 3800],
  [3800, 6000],
] as const;

export const BAND_COUNT = BANDS.length;

/** How loud each band is, 50 times a second, without what each has all the time: a fan, the hiss of a line. */
export const framesOf = (samples: Int16Array): readonly Frame[] => {
  const bands = BANDS.map(([low, high]) =>
    withoutHum(energies(samples, new BandFilter(low, high, HEARD_RATE))),
  );
  return Array.from({ length: Math.floor(samples.length / FRAME) }, (_, index) =>
    bands.map((band) => band[index] ?? 0),
  );
};

export const loudnessOf = (frame: Frame): number => Math.max(...frame);

const energies = (samples: Int16Array, filter: BandFilter): readonly number[] => {
  const made: number[] = [];
  let energy = 0;
  for (const [index, sample] of samples.entries()) {
    energy += filter.next(sample / 32_768) ** 2;
    if ((index + 1) % FRAME !== 0) continue;
    made.push(energy / FRAME);
    energy = 0;
  }
  return made;
};

/** A band that is never quiet keeps what it has: that is speech without a pause. */
const withoutHum = (energy: readonly number[]): readonly number[] => {
  const sorted = energy.toSorted((one, other) => one - other);
  const hum = 3 * (sorted[Math.floor(sorted.length / 10)] ?? 0);
  if (hum >= (sorted.at(-1) ?? 0) / 8) return energy;
  return energy.map((value) => Math.max(0, value - hum));
};
