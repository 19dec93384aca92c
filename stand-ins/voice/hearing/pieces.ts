import { loudnessOf, type Frame } from './frames.js';

/** As quiet as a room: -60 dB of the loudest there can be. */
const SILENCE = 1e-6;
/** 26 dB under the loudest is a pause. */
const PAUSE = 1 / 400;
const SHORTEST_FRAMES = 8;

/** The sound between pauses. @param pauseFrames a shorter pause is a breath, and stays inside */
export const piecesOf = (frames: readonly Frame[], pauseFrames: number): readonly (readonly Frame[])[] => {
  const loudest = frames.reduce((most, frame) => Math.max(most, loudnessOf(frame)), 0);
  if (loudest < SILENCE) return [];
  const pieces: { start: number; end: number }[] = [];
  for (const [index, frame] of frames.entries()) {
    if (loudnessOf(frame) < loudest * PAUSE) continue;
    const open = pieces.at(-1);
    if (open === undefined || index - open.end >= pauseFrames) pieces.push({ start: index, end: index + 1 });
    else open.end = index + 1;
  }
  return pieces
    .filter(({ start, end }) => end - start >= SHORTEST_FRAMES)
    .map(({ start, end }) => frames.slice(start, end));
};
