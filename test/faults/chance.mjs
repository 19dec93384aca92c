/**
 * Numbers that look like chance and are the same for the same seed (mulberry32).
 * @param {number} seed
 * @returns {() => number} from 0 to below 1
 */
export const chanceOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * @template T
 * @param {() => number} chance
 * @param {readonly T[]} from
 * @returns {T}
 */
export const oneOf = (chance, from) => {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new RangeError('nothing to choose from');
  return one;
};
