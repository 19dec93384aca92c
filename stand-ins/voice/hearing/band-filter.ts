/** Lets through what sounds between two heights, twice as sharply as a filter of two poles. */
export class BandFilter {
  private readonly stages: readonly Stage[];

  constructor(lowHz: number, highHz: number, rate: number) {
    this.stages = [new Stage(lowHz, highHz, rate), new Stage(lowHz, highHz, rate)];
  }

  next(sample: number): number {
    return this.stages.reduce((sound, stage) => stage.next(sound), sample);
  }
}

/** A band-pass of two poles with a gain of one in its middle (the usual cookbook's). */
class Stage {
  private readonly gain: number;
  private readonly one: number;
  private readonly two: number;
  private x1 = 0;
  private x2 = 0;
  private y1 = 0;
  private y2 = 0;

  constructor(lowHz: number, highHz: number, rate: number) {
    const middle = Math.sqrt(lowHz * highHz);
    const angle = (2 * Math.PI * middle) / rate;
    const alpha = (Math.sin(angle) * (highHz - lowHz)) / (2 * middle);
    this.gain = alpha / (1 + alpha);
    this.one = (-2 * Math.cos(angle)) / (1 + alpha);
    this.two = (1 - alpha) / (1 + alpha);
  }

  next(x: number): number {
    const y = this.gain * (x - this.x2) - this.one * this.y1 - this.two * this.y2;
    this.x2 = this.x1;
    this.x1 = x;
    this.y2 = this.y1;
    this.y1 = y;
    return y;
  }
}
