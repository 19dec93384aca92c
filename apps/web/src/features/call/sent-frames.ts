/** A second is fifty frames: ten of them can be sent again after a break. */
const KEPT = 500;

interface Sent {
  readonly seq: number;
  readonly frame: ArrayBuffer;
}

/** The last frames of the microphone, until the server says that it has what was in them. */
export class SentFrames {
  private frames: Sent[] = [];
  private seq = 0;

  get last(): number {
    return this.seq;
  }

  /**
   * Numbers a frame and keeps it.
   * @param make makes the frame with its number
   */
  add(make: (seq: number) => ArrayBuffer): ArrayBuffer {
    this.seq += 1;
    const frame = make(this.seq);
    this.frames.push({ seq: this.seq, frame });
    if (this.frames.length > KEPT) this.frames.shift();
    return frame;
  }

  /** The server needs nothing up to here any more. */
  forget(seq: number): void {
    this.frames = this.frames.filter((sent) => sent.seq > seq);
  }

  after(seq: number): ArrayBuffer[] {
    return this.frames.filter((sent) => sent.seq > seq).map(({ frame }) => frame);
  }
}
