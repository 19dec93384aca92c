import { writeCallSound, type CalleeFrame, type ReplyFrame, type SafetyNoticeView } from '@saathi/contracts';
import { Mouth } from './audio/mouth.js';
import { PlayClock } from './audio/play-clock.js';
import { Playout } from './playout.js';
import { Sentences } from './sentences.js';

/** A voice that takes longer than this beyond twice its estimate is taken for done. */
const SLACK_MS = 2000;

/** Where a reply goes, and who speaks it. */
export interface ReplyParts {
  readonly send: (frame: CalleeFrame) => void;
  readonly sendSound: (bytes: Uint8Array) => void;
  /** Numbers the frames of the voice, from call to end. */
  readonly nextSeq: () => number;
  /** Says a text aloud; undefined where the client speaks. Nothing for a text that has nothing to be said. */
  readonly voiceOf:
    ((text: string, signal: AbortSignal) => AsyncIterable<Int16Array> | undefined) | undefined;
  /** The first of it is on its way to be heard. */
  readonly onBegun: () => void;
  readonly onTrouble: (error: unknown) => void;
  /** When the line was known to live last. */
  readonly aliveAt: () => number;
}

/** One reply on its way to be heard: sent sentence by sentence, and stored as far as it was heard. */
export class SpokenReply {
  readonly playout = new Playout();
  readonly stopping = new AbortController();
  private readonly sentences = new Sentences();
  private readonly clock: PlayClock;
  private readonly mouth: Mouth | undefined;
  /** What the caller's side reports; it knows best. */
  private reported: number | undefined;
  private isMade = false;
  private isHeardOut = false;
  private isHeld = false;

  constructor(
    readonly id: string,
    readonly rid: number,
    private readonly parts: ReplyParts,
  ) {
    this.clock = new PlayClock(parts.aliveAt);
    this.mouth = parts.voiceOf === undefined ? undefined : this.mouthOf(parts.voiceOf);
  }

  /** Whether a voice is to be heard by now. */
  get hasBegun(): boolean {
    return this.clock.isStarted;
  }

  /** Milliseconds of it that were heard, never more than was sent. */
  get heardMs(): number {
    const { total_ms } = this.playout;
    return Math.min(this.isOver ? total_ms : (this.reported ?? this.clock.ms), total_ms);
  }

  get heard(): string {
    return this.hasBegun ? this.playout.heard(this.heardMs) : '';
  }

  /** Whether it was made and heard to its end. */
  get isOver(): boolean {
    if (!this.isMade || this.isHeld) return false;
    if (this.isHeardOut) return true;
    const passed = this.clock.ms;
    const { total_ms } = this.playout;
    if (this.reported === undefined) return passed >= total_ms;
    return this.reported >= total_ms || passed >= 2 * total_ms + SLACK_MS;
  }

  /** The caller's side says how much of it was played. */
  played(ms: number, done: boolean): void {
    this.reported = Math.max(ms, this.reported ?? 0);
    if (done && this.isMade) this.isHeardOut = true;
  }

  /** Nothing of it was heard since the line was known to live last. */
  leaveOutGap(): void {
    this.clock.leaveOutGap();
  }

  /** Somebody may want to speak: it waits. */
  hold(): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.clock.hold();
    if (this.hasBegun) this.parts.send({ type: 'pause', rid: this.rid });
  }

  /** Somebody speaks: no more of it is heard. */
  cut(): void {
    this.clock.hold();
    this.stopping.abort();
  }

  goOn(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.clock.goOn();
    if (this.hasBegun) this.parts.send({ type: 'resume', rid: this.rid });
  }

  /**
   * Says everything there is to say.
   * @param onSafety hears of help that somebody in danger is to be shown
   * @param onFirst hears that the first words are there
   */
  async speak(
    frames: AsyncIterable<ReplyFrame>,
    onSafety: (notice: SafetyNoticeView) => void,
    onFirst: () => void = () => undefined,
  ): Promise<void> {
    const sounding = this.mouth?.run();
    let isFirst = true;
    try {
      for await (const frame of frames) {
        if (this.stopping.signal.aborted) break;
        if (frame.event === 'safety') onSafety(frame.data);
        if (frame.event !== 'delta') continue;
        if (isFirst) onFirst();
        isFirst = false;
        for (const text of this.sentences.push(frame.data.text)) this.say(text);
      }
      if (!this.stopping.signal.aborted) for (const text of this.sentences.end()) this.say(text);
    } finally {
      this.mouth?.end();
      await sounding;
    }
    if (this.stopping.signal.aborted) return;
    this.isMade = true;
    if (this.hasBegun) this.parts.send({ type: 'ai.audio_end', rid: this.rid, total_ms: this.totalMs });
  }

  /** Says what is on the line and not in the talk. */
  async sayLine(text: string): Promise<void> {
    await this.speak(onePiece(text), () => undefined);
  }

  private get totalMs(): number {
    return Math.round(this.playout.total_ms);
  }

  private say(text: string): void {
    if (this.mouth === undefined) this.show(text, this.playout.add(text));
    else this.mouth.say(text);
  }

  private show(text: string, from_ms: number): void {
    if (!this.hasBegun) {
      this.clock.start();
      if (this.isHeld) this.clock.hold();
      this.parts.send({ type: 'ai.start', rid: this.rid });
      this.parts.onBegun();
      if (this.isHeld) this.parts.send({ type: 'pause', rid: this.rid });
    }
    this.parts.send({ type: 'ai.text', rid: this.rid, text, from_ms: Math.round(from_ms) });
  }

  private mouthOf(voiceOf: NonNullable<ReplyParts['voiceOf']>): Mouth {
    const { signal } = this.stopping;
    return new Mouth({
      voiceOf: (text) => voiceOf(text, signal),
      onSentence: (text) => {
        this.show(text, this.playout.begin(text));
      },
      onSound: (samples, ms) => {
        const { rid } = this;
        this.playout.grow(ms);
        this.parts.sendSound(writeCallSound({ kind: 'voice', rid, seq: this.parts.nextSeq(), samples }));
      },
      onSentenceEnd: () => {
        this.playout.close();
      },
      onTrouble: this.parts.onTrouble,
      heardMs: () => this.heardMs,
      signal,
    });
  }
}

async function* onePiece(text: string): AsyncIterable<ReplyFrame> {
  yield await Promise.resolve({ event: 'delta' as const, data: { text } });
}
