/** Brings sound that comes in pieces to another number of samples a second, by straight lines between samples. */
export class Resampler {
  private readonly step: number;
  /** Where the next sample is read, in samples of the piece to come; -1 is the last one of the piece before. */
  private position = 0;
  private last = 0;

  constructor(from: number, to: number) {
    this.step = from / to;
  }

  push(samples: Int16Array): Int16Array {
    if (this.step === 1) return samples;
    const made: number[] = [];
    for (; this.position <= samples.length - 1; this.position += this.step) made.push(this.between(samples));
    this.position -= samples.length;
    this.last = samples.at(-1) ?? this.last;
    return Int16Array.from(made);
  }

  private between(samples: Int16Array): number {
    const index = Math.floor(this.position);
    const before = index < 0 ? this.last : (samples[index] ?? 0);
    const after = samples[index + 1] ?? before;
    return Math.round(before + (after - before) * (this.position - index));
  }
}
