import type { Sound } from './wav.js';

/** Sound with another number of samples a second, by straight lines between samples. */
export const atRate = ({ samples, rate }: Sound, wanted: number): Int16Array => {
  if (rate === wanted) return samples;
  return Int16Array.from({ length: Math.floor((samples.length * wanted) / rate) }, (_, index) => {
    const position = (index * rate) / wanted;
    const before = Math.floor(position);
    const one = samples[before] ?? 0;
    return Math.round(one + ((samples[before + 1] ?? one) - one) * (position - before));
  });
};
