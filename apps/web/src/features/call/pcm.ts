/** Samples a second: of the microphone and the speaker here, and of what travels each way. */
export const LOCAL_RATE = 48_000;
export const MIC_RATE = 16_000;
export const VOICE_RATE = 24_000;

const MAX = 32_767;
const UP = LOCAL_RATE / VOICE_RATE;
const DOWN = LOCAL_RATE / MIC_RATE;

/** What the microphone heard, as it travels: a third of the samples, each the mean of three, as 16-bit numbers. */
export const toMicSamples = (heard: Float32Array): Int16Array => {
  const samples = new Int16Array(Math.floor(heard.length / DOWN));
  for (let at = 0; at < samples.length; at += 1) {
    let sum = 0;
    for (let part = 0; part < DOWN; part += 1) sum += heard[at * DOWN + part] ?? 0;
    samples[at] = Math.round(Math.min(1, Math.max(-1, sum / DOWN)) * MAX);
  }
  return samples;
};

/**
 * What is to be heard, from what came: twice the samples, those between as the mean of their neighbours.
 * @param before the last sample of the piece before
 */
export const toSpeakerSamples = (voice: Int16Array, before = 0): Float32Array<ArrayBuffer> => {
  const samples = new Float32Array(voice.length * UP);
  let last = before;
  for (let at = 0; at < voice.length; at += 1) {
    const next = voice[at] ?? 0;
    samples[at * UP] = (last + next) / 2 / MAX;
    samples[at * UP + 1] = next / MAX;
    last = next;
  }
  return samples;
};

/** How loud a piece is, 0 to 1. */
export const loudness = (heard: Float32Array): number => {
  let sum = 0;
  for (const sample of heard) sum += sample * sample;
  return heard.length === 0 ? 0 : Math.min(1, Math.sqrt(sum / heard.length) * 4);
};
