/** A voice that is asked for before it can be played, so that there is no gap between two sentences. */
export class EarlySound implements AsyncIterable<Int16Array> {
  private readonly pieces: Int16Array[] = [];
  private wake: () => void = () => undefined;
  private isOver = false;
  private failure: Error | undefined;

  constructor(sound: AsyncIterable<Int16Array>) {
    void this.gather(sound);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Int16Array> {
    for (;;) {
      const piece = this.pieces.shift();
      if (piece !== undefined) yield piece;
      else if (this.failure !== undefined) throw this.failure;
      else if (this.isOver) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private async gather(sound: AsyncIterable<Int16Array>): Promise<void> {
    try {
      for await (const piece of sound) {
        this.pieces.push(piece);
        this.wake();
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error('no sound', { cause: error });
    }
    this.isOver = true;
    this.wake();
  }
}
