/** 30 seconds of frames of 20 ms: what a new owner of a call may have to hear again. */
const KEPT = 1500;

interface Kept {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** The last frames of a microphone, until the owner of the call says that it needs them no more. */
export class MicRing {
  private frames: Kept[] = [];

  add(seq: number, bytes: Uint8Array): void {
    this.frames.push({ seq, bytes });
    if (this.frames.length > KEPT) this.frames.shift();
  }

  /** Nothing up to here is needed any more. */
  forget(seq: number): void {
    const first = this.frames.findIndex((frame) => frame.seq > seq);
    this.frames = first === -1 ? [] : this.frames.slice(first);
  }

  /** Everything that may not have been heard, in order. */
  get all(): Iterable<Uint8Array> {
    return this.frames.map(({ bytes }) => bytes);
  }
}
