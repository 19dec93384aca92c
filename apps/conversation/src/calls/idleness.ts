/** Somebody who is heard and says nothing is asked once, and let go. */
const NUDGE_MS = 15_000;
const HEARD_END_MS = 45_000;
/** Who types, or has turned the microphone off, may take longer. */
const UNHEARD_END_MS = 180_000;

export type IdleAction = 'nudge' | 'end';

/** Minds somebody who says nothing. Pure: the clock is handed in. */
export class Idleness {
  private wasNudged = false;

  /** @param wordAt when something was said last, in ms of any clock */
  constructor(private wordAt: number) {}

  spoke(now: number): void {
    this.wordAt = now;
    this.wasNudged = false;
  }

  /**
   * What is to be done now; a nudge once.
   * @param isHeard whether the microphone is on and listened to
   */
  check(now: number, isHeard: boolean): IdleAction | undefined {
    const silentMs = now - this.wordAt;
    if (silentMs > (isHeard ? HEARD_END_MS : UNHEARD_END_MS)) return 'end';
    if (!isHeard || this.wasNudged || silentMs <= NUDGE_MS) return undefined;
    this.wasNudged = true;
    return 'nudge';
  }
}
