import { MICROPHONE_RATE } from './rates.js';

/** Some recognisers take no more than 30 seconds at a time. */
const LONGEST = 28 * MICROPHONE_RATE;
/** So far before that a quiet moment is looked for, and so long it is. */
const LOOKED_AT = 4 * MICROPHONE_RATE;
const MOMENT = MICROPHONE_RATE / 50;

/** Cuts what is too long to be recognised at a time, each time where it is most quiet. */
export const stretchesOf = (audio: Int16Array): Int16Array[] => {
  const stretches: Int16Array[] = [];
  let rest = audio;
  while (rest.length > LONGEST) {
    const cut = quietestBefore(rest, LONGEST);
    stretches.push(rest.subarray(0, cut));
    rest = rest.subarray(cut);
  }
  return [...stretches, rest];
};

const quietestBefore = (audio: Int16Array, end: number): number => {
  let quietest = { at: end, loudness: Number.POSITIVE_INFINITY };
  for (let at = end - LOOKED_AT; at + MOMENT <= end; at += MOMENT) {
    const loudness = audio.subarray(at, at + MOMENT).reduce((sum, sample) => sum + Math.abs(sample), 0);
    if (loudness < quietest.loudness) quietest = { at: at + MOMENT / 2, loudness };
  }
  return quietest.at;
};
