import { Logger } from '@nestjs/common';
import type { CallEndReason, PlanView } from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { CallLimit, LONGEST_CALL_MS } from './call-limit.js';
import type { Pulse } from './calls.sql.js';

const PULSE_MS = 5000;
/** A sentence being spoken at the limit may end. */
const SENTENCE_GRACE_MS = 5000;
const TRY_AGAIN_MS = 300;

/** What the clock of a call needs to know of it, and does to it. */
export interface ClockParts {
  /** Counts the seconds so far; undefined when the call is in other hands or over. */
  readonly beat: () => Promise<Pulse | undefined>;
  /** Whether anybody is on the line; the time of a line without a socket does not count. */
  readonly isLive: () => boolean;
  readonly isSpeaking: () => boolean;
  readonly tellLimit: (limit: {
    remaining_ms: number;
    kind: 'warn' | 'cut';
    plans: readonly PlanView[];
  }) => void;
  readonly end: (reason: CallEndReason) => void;
  readonly lose: () => void;
  readonly plans: readonly PlanView[];
}

/** Counts the seconds of a call while it lasts, warns when they run out, and ends it when they have. */
export class CallClock {
  private readonly log = new Logger(CallClock.name);
  private readonly limit = new CallLimit();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(private readonly parts: ClockParts) {}

  /** Looks at once, and again whenever it is time. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    let next = PULSE_MS;
    try {
      if (!this.isStopped && this.parts.isLive()) next = await this.count();
    } catch (error) {
      this.log.warn('the time of a call could not be counted', {}, error);
      next = TRY_AGAIN_MS;
    }
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), next);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** @returns when to look again */
  private async count(): Promise<number> {
    const pulse = await this.parts.beat();
    if (pulse === undefined) {
      this.parts.lose();
      return PULSE_MS;
    }
    if (pulse.session_ended) this.parts.end('session_ended');
    else if (pulse.age_ms > LONGEST_CALL_MS) this.parts.end('too_long');
    const { warn, cut, next_ms } = this.limit.check(pulse, PULSE_MS);
    const remaining_ms = Math.max(0, Math.round(pulse.remaining_ms ?? 0));
    const { plans } = this.parts;
    if (warn) this.parts.tellLimit({ remaining_ms, kind: 'warn', plans });
    return cut ? await this.cut(-(pulse.remaining_ms ?? 0)) : next_ms;
  }

  /** The time is up: a sentence may end, nobody is left waiting for one. @returns when to look again */
  private async cut(overMs: number): Promise<number> {
    if (this.parts.isSpeaking() && overMs < SENTENCE_GRACE_MS) {
      await pause(Math.min(TRY_AGAIN_MS, SENTENCE_GRACE_MS - overMs));
      return 0;
    }
    this.parts.tellLimit({ remaining_ms: 0, kind: 'cut', plans: this.parts.plans });
    this.parts.end('paywall');
    return PULSE_MS;
  }
}
