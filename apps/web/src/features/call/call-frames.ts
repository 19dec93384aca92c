/** The binary frames of a call: a header of 8 bytes, little-endian, then 16-bit samples. */
const HEADER_BYTES = 8;
const MIC = 1;
const VOICE = 2;
const PCM16 = 0;

/** A piece of the companion's voice. */
export interface VoiceFrame {
  /** The reply it belongs to. */
  readonly rid: number;
  readonly seq: number;
  readonly samples: Int16Array;
}

/** What the microphone heard in 20 ms, to be sent. */
export const micFrame = (seq: number, samples: Int16Array): ArrayBuffer => {
  const frame = new ArrayBuffer(HEADER_BYTES + samples.byteLength);
  const view = new DataView(frame);
  view.setUint8(0, MIC);
  view.setUint8(1, PCM16);
  view.setUint32(4, seq, true);
  samples.forEach((sample, at) => {
    view.setInt16(HEADER_BYTES + at * 2, sample, true);
  });
  return frame;
};

/** Reads a frame of the server; anything but a voice that can be played is undefined. */
export const readVoiceFrame = (frame: ArrayBuffer): VoiceFrame | undefined => {
  if (frame.byteLength < HEADER_BYTES) return undefined;
  const view = new DataView(frame);
  if (view.getUint8(0) !== VOICE || view.getUint8(1) !== PCM16) return undefined;
  const samples = new Int16Array(Math.floor((frame.byteLength - HEADER_BYTES) / 2));
  for (let at = 0; at < samples.length; at += 1) samples[at] = view.getInt16(HEADER_BYTES + at * 2, true);
  return { rid: view.getUint16(2, true), seq: view.getUint32(4, true), samples };
};
