/** Mono sound of 16 bit, and how many samples of it are a second. */
export interface Sound {
  samples: Int16Array;
  rate: number;
}

const HEADER_BYTES = 44;
const CHUNK_HEADER_BYTES = 8;
const FMT_BYTES = 16;
const PCM = 1;
const SAMPLE_BYTES = 2;

/** A WAV file of this sound. */
export const writeWav = ({ samples, rate }: Sound): Buffer => {
  const wav = Buffer.alloc(HEADER_BYTES + samples.length * SAMPLE_BYTES);
  const bytes = samples.length * SAMPLE_BYTES;
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(HEADER_BYTES - CHUNK_HEADER_BYTES + bytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(FMT_BYTES, 16);
  wav.writeUInt16LE(PCM, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * SAMPLE_BYTES, 28);
  wav.writeUInt16LE(SAMPLE_BYTES, 32);
  wav.writeUInt16LE(SAMPLE_BYTES * 8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bytes, 40);
  samples.forEach((sample, index) => wav.writeInt16LE(sample, HEADER_BYTES + index * SAMPLE_BYTES));
  return wav;
};

/**
 * What a WAV file sounds like. One that was sent while it was made says a length it does not have (0xFFFFFFFF): what is
 * there counts.
 * @throws Error where it is no WAV, or not mono of 16 bit
 */
export const readWav = (wav: Buffer): Sound => {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('This is no WAV.');
  let rate: number | undefined;
  for (let at = 12; at + CHUNK_HEADER_BYTES <= wav.length;) {
    const name = wav.toString('latin1', at, at + 4);
    const length = wav.readUInt32LE(at + 4);
    const body = wav.subarray(at + CHUNK_HEADER_BYTES, at + CHUNK_HEADER_BYTES + length);
    if (name === 'fmt ') rate = rateOf(body);
    if (name === 'data' && rate !== undefined) return { samples: samplesOf(body), rate };
    // A chunk of odd length is followed by one byte that is not its own.
    at += CHUNK_HEADER_BYTES + length + (length % 2);
  }
  throw new Error('This WAV holds no sound.');
};

const rateOf = (format: Buffer): number => {
  if (format.length < FMT_BYTES) throw new Error('This WAV ends before its format.');
  const isOurs =
    format.readUInt16LE(0) === PCM && format.readUInt16LE(2) === 1 && format.readUInt16LE(14) === 16;
  if (!isOurs) throw new Error('This WAV is not mono of 16 bit.');
  return format.readUInt32LE(4);
};

// Copied, for a sample may begin at an odd byte of the file; half a sample at the end is none.
const samplesOf = (bytes: Buffer): Int16Array =>
  Int16Array.from({ length: Math.floor(bytes.length / SAMPLE_BYTES) }, (_, index) =>
    bytes.readInt16LE(index * SAMPLE_BYTES),
  );
