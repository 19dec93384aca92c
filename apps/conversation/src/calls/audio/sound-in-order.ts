import type { CallSound } from '@saathi/contracts';

/** How long frames that are sent again after a break may take to come before those that followed them. */
const GATHERED_MS = 500;

/**
 * Hands on the frames of a microphone once, in order. After a break what was kept is sent again while the microphone goes
 * on; only then a gap is waited for, as a client may leave out silence on a slow line.
 */
export class SoundInOrder {
  /** The newest frame that was handed on. */
  newest: number;
  private readonly early = new Map<number, CallSound>();
  private isGathering: boolean;
  private timer: NodeJS.Timeout | undefined;

  /** @param ackSeq what was heard before a break; undefined where there was none */
  constructor(
    ackSeq: number | undefined,
    private readonly hand: (sound: CallSound) => void,
  ) {
    this.newest = ackSeq ?? -1;
    this.isGathering = ackSeq !== undefined;
  }

  take(sound: CallSound): void {
    if (sound.seq <= this.newest) return;
    if (!this.isGathering || sound.seq === this.newest + 1) {
      this.pass(sound);
      return;
    }
    this.early.set(sound.seq, sound);
    this.timer ??= setTimeout(() => {
      this.isGathering = false;
      for (const [, late] of [...this.early].sort(([one], [other]) => one - other)) this.pass(late);
      this.early.clear();
    }, GATHERED_MS);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private pass(sound: CallSound): void {
    if (sound.seq <= this.newest) return;
    this.newest = sound.seq;
    this.hand(sound);
    const next = this.early.get(sound.seq + 1);
    if (next === undefined) return;
    this.early.delete(next.seq);
    this.pass(next);
  }
}
