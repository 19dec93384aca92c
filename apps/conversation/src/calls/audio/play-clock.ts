/** How long something has been played, without the time in which it was held back. */
export class PlayClock {
  private passedMs = 0;
  private since: number | undefined;
  private hasStarted = false;

  get isStarted(): boolean {
    return this.hasStarted;
  }

  get ms(): number {
    return this.passedMs + (this.since === undefined ? 0 : Date.now() - this.since);
  }

  start(): void {
    this.hasStarted = true;
    this.since ??= Date.now();
  }

  hold(): void {
    this.passedMs = this.ms;
    this.since = undefined;
  }

  goOn(): void {
    if (this.hasStarted) this.since ??= Date.now();
  }
}
