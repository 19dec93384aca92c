import { BAND_COUNT, loudnessOf, type Frame } from './frames.js';

/** How the bands of a piece of sound rise and fall, whatever its loudness and pace. */
export type Fingerprint = readonly number[];

const POINTS = 40;
const QUIETEST = -7;

export const fingerprintOf = (piece: readonly Frame[]): Fingerprint => {
  const loudest = piece.reduce((most, frame) => Math.max(most, loudnessOf(frame)), 0) || 1;
  const bands = Array.from({ length: BAND_COUNT }, (_, band) => {
    const course = piece.map((frame) =>
      Math.max(QUIETEST, Math.log((frame[band] ?? 0) / loudest + Number.EPSILON)),
    );
    return aroundNought(atPoints(course));
  });
  const flat = bands.flat();
  const length = Math.hypot(...flat) || 1;
  return flat.map((value) => value / length);
};

/** From -1 to 1, where 1 is the same. */
export const likeness = (one: Fingerprint, other: Fingerprint): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

const atPoints = (course: readonly number[]): number[] =>
  Array.from({ length: POINTS }, (_, point) => {
    const position = (point * (course.length - 1)) / (POINTS - 1);
    const before = Math.floor(position);
    const one = course[before] ?? 0;
    return one + ((course[before + 1] ?? one) - one) * (position - before);
  });

const aroundNought = (course: readonly number[]): number[] => {
  const mean = course.reduce((sum, value) => sum + value, 0) / course.length;
  return course.map((value) => value - mean);
};
