/** How long something has been played, without the time in which it was held back, or in which nobody can have heard it. */
export class PlayClock {
  private passedMs = 0;
  private since: number | undefined;
  private hasStarted = false;

  /** @param aliveAt when the line was known to live last: nothing is heard over one that is broken */
  constructor(private readonly aliveAt: () => number) {}

  get isStarted(): boolean {
    return this.hasStarted;
  }

  get ms(): number {
    if (this.since === undefined) return this.passedMs;
    return this.passedMs + Math.max(0, Math.min(Date.now(), this.aliveAt()) - this.since);
  }

  start(): void {
    this.hasStarted = true;
    this.since ??= Date.now();
  }

  hold(): void {
    this.passedMs = this.ms;
    this.since = undefined;
  }

  /** The line lives again: what passed since it was known to live last is left out. Told before `aliveAt` knows. */
  leaveOutGap(): void {
    if (this.since === undefined) return;
    this.hold();
    this.goOn();
  }

  goOn(): void {
    if (this.hasStarted) this.since ??= Date.now();
  }
}
