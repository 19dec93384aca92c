/** Mono sound of 16 bit. */
export interface Sound {
  readonly samples: Int16Array;
  readonly rate: number;
}

const HEADER_BYTES = 44;
/** What stands for a length that is not known yet. */
const UNKNOWN = 0xffffffff;

/** The first bytes of a WAV file; without a length, of one that is sent while it is made. */
export const wavHeader = (rate: number, bytes?: number): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(bytes === undefined ? UNKNOWN : HEADER_BYTES - 8 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes ?? UNKNOWN, 40);
  return header;
};

/** What a WAV file sounds like; undefined where it is none, or not mono of 16 bit. */
export const readWav = (file: Buffer): Sound | undefined => {
  if (file.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  let rate: number | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const length = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') {
      const isMono16 = length >= 16 && body.readUInt16LE(2) === 1 && body.readUInt16LE(14) === 16;
      if (!isMono16) return undefined;
      rate = body.readUInt32LE(4);
    }
    if (name === 'data' && rate !== undefined) return { samples: samplesOf(body), rate };
    at += 8 + length + (length % 2);
  }
  return undefined;
};

const samplesOf = (bytes: Buffer): Int16Array =>
  Int16Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readInt16LE(index * 2));

/** The bytes of samples, as they are sent. */
export const bytesOf = (samples: Int16Array): Buffer =>
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
