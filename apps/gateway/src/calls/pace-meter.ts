import { SOUND_FRAME_MS } from '@saathi/contracts';

/** A microphone cannot be faster than time; a little is for clocks that differ. */
const FASTEST = 1.2;
/** After a break a client sends again what it kept. */
const BURST_MS = 15_000;

/** Tells a microphone from something that sends sound faster than anybody speaks. Pure: the clock is handed in. */
export class PaceMeter {
  private sparedMs = BURST_MS;
  private lookedAt: number | undefined;

  /** Takes one frame. @returns whether it may still be one of a microphone */
  take(now: number): boolean {
    const passed = now - (this.lookedAt ?? now);
    this.lookedAt = now;
    this.sparedMs = Math.min(BURST_MS, this.sparedMs + passed * FASTEST) - SOUND_FRAME_MS;
    return this.sparedMs >= 0;
  }
}
