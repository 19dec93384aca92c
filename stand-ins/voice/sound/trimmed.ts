const LOUD_ENOUGH = 300;
const PEAK = 23_000;

/** Speech alone, at its usual loudness: it begins with the first sound and ends with the last. */
export const trimmed = (samples: Int16Array): Int16Array => {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const level = samples.map((sample) => Math.round((sample * PEAK) / peak));
  const isLoud = (sample: number): boolean => Math.abs(sample) >= LOUD_ENOUGH;
  return level.slice(level.findIndex(isLoud), level.findLastIndex(isLoud) + 1);
};
