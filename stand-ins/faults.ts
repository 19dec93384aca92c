import { HttpError } from './http-error.js';
import { isObject, numberAt, textAt, type JsonObject } from './json-value.js';

/** A misbehaviour that was switched on. What the numbers mean depends on the mode. */
export interface Fault<Mode extends string = string> {
  readonly mode: Mode;
  /** How often it still happens; absent: until it is switched off. */
  readonly times?: number;
  /** To which kind of request it applies; absent: to any. */
  readonly match?: string;
  readonly ms?: number;
  readonly tokens?: number;
  readonly count?: number;
  readonly retry_after?: number;
  /** What is said instead of an answer. */
  readonly text?: string;
}

const NUMBERS = ['times', 'ms', 'tokens', 'count', 'retry_after'] as const;

/** The faults of one stand-in, in the order in which they were switched on. */
export class Faults<Mode extends string> {
  private active: Fault<Mode>[] = [];

  constructor(readonly modes: readonly Mode[]) {}

  all(): readonly Fault<Mode>[] {
    return this.active;
  }

  /** @throws HttpError 400 for an unknown mode or a number that is none */
  switchOn(wish: unknown): Fault<Mode> {
    const fault = this.read(wish);
    this.active.push(fault);
    return fault;
  }

  switchOffAll(): void {
    this.active = [];
  }

  /**
   * The first active fault among `modes` that applies to a request of this kind. Taking it uses up
   * one of its `times`.
   */
  take<Wanted extends Mode>(modes: readonly Wanted[], kind?: string): Fault<Wanted> | undefined {
    const isWanted = (fault: Fault<Mode>): fault is Fault<Wanted> =>
      modes.some((mode) => mode === fault.mode) && (fault.match === undefined || fault.match === kind);
    const taken = this.active.find(isWanted);
    if (taken?.times !== undefined) this.useUp(taken, taken.times);
    return taken;
  }

  private useUp(taken: Fault<Mode>, times: number): void {
    this.active = this.active.flatMap((fault) => {
      if (fault !== taken) return [fault];
      return times > 1 ? [{ ...fault, times: times - 1 }] : [];
    });
  }

  private read(wish: unknown): Fault<Mode> {
    const given = isObject(wish) ? wish : {};
    const mode = this.modes.find((known) => known === given.mode);
    if (mode === undefined) {
      throw new HttpError(400, `There is no such fault. Choose "mode" from: ${this.modes.join(', ')}.`);
    }
    return { mode, ...readTexts(given), ...readNumbers(given) };
  }
}

const readTexts = (given: JsonObject): { match?: string; text?: string } => {
  const match = textAt(given, 'match');
  const text = textAt(given, 'text');
  return { ...(match === undefined ? {} : { match }), ...(text === undefined ? {} : { text }) };
};

const readNumbers = (given: JsonObject): Partial<Record<(typeof NUMBERS)[number], number>> =>
  Object.fromEntries(
    NUMBERS.filter((name) => given[name] !== undefined).map((name) => {
      const value = numberAt(given, name);
      if (value === undefined || value < 0) {
        throw new HttpError(400, `"${name}" has to be a number of zero or more.`);
      }
      return [name, value];
    }),
  );
