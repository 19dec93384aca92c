import { joined } from './joined.js';
import { MICROPHONE_RATE } from './rates.js';
import { WINDOW, type SpeechDetector } from './speech-detector.js';
import type { VoiceEvent } from './voice-event.js';

const WINDOW_MS = (WINDOW * 1000) / MICROPHONE_RATE;
const windowsIn = (milliseconds: number): number => Math.ceil(milliseconds / WINDOW_MS);

/** What is shorter is a knock or a cough. */
const LEAST_SPEECH = windowsIn(100);
/** As near to 200 ms as whole windows come: the seventh would keep everybody waiting for nothing. */
const PAUSE = windowsIn(192);
/** So much before speech goes with it: its first sound is often too soft to be told. */
const KEPT_BEFORE = windowsIn(500);
/** Somebody who never pauses is a television: what it says is handed on all the same, and not gathered for ever. */
const LONGEST = windowsIn(60_000);

/**
 * Finds speech in the sound of one microphone. The sound of two utterances that follow each other never overlaps, so
 * they may be joined.
 */
export class VoiceActivity {
  private rest: Int16Array = new Int16Array();
  private windows: Int16Array[] = [];
  private heard = 0;
  private isSpeaking = false;
  /** Windows in a row that are other than what was decided. */
  private contrary = 0;

  /** @param release gives the detector back */
  constructor(
    private readonly detector: SpeechDetector,
    private readonly release: () => void = () => undefined,
  ) {}

  /**
   * Takes sound of 16 kHz. A window of 32 ms takes a tenth of a millisecond, so 20 ms a push are nothing, and 30
   * seconds at once are felt by others: hand those in by pieces.
   */
  push(samples: Int16Array): VoiceEvent[] {
    const all = new Int16Array(this.rest.length + samples.length);
    all.set(this.rest);
    all.set(samples, this.rest.length);
    const events: VoiceEvent[] = [];
    let at = 0;
    for (; at + WINDOW <= all.length; at += WINDOW) events.push(...this.judge(all.slice(at, at + WINDOW)));
    this.rest = all.slice(at);
    return events;
  }

  /** What somebody who still speaks has said so far. */
  get spoken(): Int16Array {
    return joined(this.isSpeaking ? this.windows : []);
  }

  /** Forgets everything: time begins anew. */
  reset(): void {
    this.detector.reset();
    this.rest = new Int16Array();
    this.windows = [];
    this.heard = 0;
    this.isSpeaking = false;
    this.contrary = 0;
  }

  /** Ends it: nothing may be pushed any more. */
  close(): void {
    this.release();
  }

  private judge(window: Int16Array): VoiceEvent[] {
    const isSpeech = this.detector.isSpeech(Float32Array.from(window, (sample) => sample / 32_768));
    this.heard += 1;
    this.windows.push(window);
    this.contrary = isSpeech === this.isSpeaking ? 0 : this.contrary + 1;
    const change = this.isSpeaking ? this.endIfOver() : this.beginIfThere();
    return [{ kind: 'probability', value: isSpeech ? 1 : 0, at_ms: this.heard * WINDOW_MS }, ...change];
  }

  private beginIfThere(): VoiceEvent[] {
    if (this.contrary < LEAST_SPEECH) {
      if (this.windows.length > KEPT_BEFORE + this.contrary) this.windows.shift();
      return [];
    }
    const at_ms = this.changedAt();
    this.isSpeaking = true;
    this.contrary = 0;
    return [{ kind: 'speech_start', at_ms }];
  }

  private endIfOver(): VoiceEvent[] {
    if (this.contrary < PAUSE && this.windows.length < LONGEST) return [];
    const at_ms = this.changedAt();
    const audio = joined(this.windows);
    this.windows = [];
    this.isSpeaking = false;
    this.contrary = 0;
    return [{ kind: 'pause', at_ms, audio }];
  }

  /** When that began which is now sure. */
  private changedAt(): number {
    return (this.heard - this.contrary) * WINDOW_MS;
  }
}
