/** How much sound one frame holds, unless it is the last of a voice. */
export const SOUND_FRAME_MS = 20;

const HEADER_BYTES = 8;
const SAMPLE_BYTES = 2;
const KINDS = { mic: 1, voice: 2 } as const;
const PCM16 = 0;
/** Less than half a second: nobody hands in more at a time. */
const MOST_BYTES = 16 * 1024;

/** One frame of sound: the caller's at 16 kHz, the companion's at 24 kHz, mono, 16 bit. */
export interface CallSound {
  readonly kind: keyof typeof KINDS;
  /** The reply that a voice belongs to; 0 for a microphone. */
  readonly rid: number;
  /** Counts the frames of its side. */
  readonly seq: number;
  readonly samples: Int16Array;
}

/** Whether this is sound, and not a frame in JSON. */
export const isCallSound = (bytes: Uint8Array, kind: CallSound['kind']): boolean => bytes[0] === KINDS[kind];

/** `u8 kind | u8 codec | u16 rid | u32 seq`, then the samples, all little-endian. */
export const writeCallSound = ({ kind, rid, seq, samples }: CallSound): Uint8Array => {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * SAMPLE_BYTES);
  const view = viewOf(bytes);
  view.setUint8(0, KINDS[kind]);
  view.setUint8(1, PCM16);
  view.setUint16(2, rid, true);
  view.setUint32(4, seq, true);
  for (const [index, sample] of samples.entries())
    view.setInt16(HEADER_BYTES + index * SAMPLE_BYTES, sample, true);
  return bytes;
};

/** The number of a frame. @returns undefined where it is no frame of this kind that can be read */
export const readSoundSeq = (bytes: Uint8Array, kind: CallSound['kind']): number | undefined =>
  bytes.length > HEADER_BYTES && bytes.length <= MOST_BYTES && isCallSound(bytes, kind) && bytes[1] === PCM16
    ? viewOf(bytes).getUint32(4, true)
    : undefined;

/** @returns undefined where it is no frame of this kind that can be read */
export const readCallSound = (bytes: Uint8Array, kind: CallSound['kind']): CallSound | undefined => {
  const seq = readSoundSeq(bytes, kind);
  if (seq === undefined) return undefined;
  const view = viewOf(bytes);
  const samples = Int16Array.from(
    { length: Math.floor((bytes.length - HEADER_BYTES) / SAMPLE_BYTES) },
    (_, index) => view.getInt16(HEADER_BYTES + index * SAMPLE_BYTES, true),
  );
  return { kind, rid: view.getUint16(2, true), seq, samples };
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
