import type { CalleeFrame, ReplyFrame, SafetyNoticeView } from '@saathi/contracts';
import { Playout } from './playout.js';
import { Sentences } from './sentences.js';

/** A voice that takes longer than this beyond twice its estimate is taken for done. */
const SLACK_MS = 2000;

/** One reply on its way to be heard: sent sentence by sentence, and stored as far as it was heard. */
export class SpokenReply {
  readonly playout = new Playout();
  readonly stopping = new AbortController();
  private readonly sentences = new Sentences();
  private startedAt: number | undefined;
  /** What the caller's side reports; it knows best. */
  private reported: number | undefined;
  private isMade = false;
  private isHeardOut = false;

  constructor(
    readonly id: string,
    readonly rid: number,
    private readonly send: (frame: CalleeFrame) => void,
  ) {}

  /** Whether a voice is to be heard by now. */
  get hasBegun(): boolean {
    return this.startedAt !== undefined;
  }

  /** Milliseconds of it that were heard, never more than was sent. */
  get heardMs(): number {
    const passed = this.startedAt === undefined ? 0 : Date.now() - this.startedAt;
    return Math.min(this.isOver ? this.playout.total_ms : (this.reported ?? passed), this.playout.total_ms);
  }

  get heard(): string {
    return this.playout.heard(this.heardMs);
  }

  /** Whether it was made and heard to its end. */
  get isOver(): boolean {
    if (!this.isMade) return false;
    if (this.isHeardOut) return true;
    const passed = this.startedAt === undefined ? 0 : Date.now() - this.startedAt;
    const { total_ms } = this.playout;
    if (this.reported === undefined) return passed >= total_ms;
    return this.reported >= total_ms || passed >= 2 * total_ms + SLACK_MS;
  }

  /** The caller's side says how much of it was played. */
  played(ms: number, done: boolean): void {
    this.reported = Math.max(ms, this.reported ?? 0);
    if (done && this.isMade) this.isHeardOut = true;
  }

  /**
   * Says everything there is to say.
   * @param onSafety hears of help that somebody in danger is to be shown
   */
  async speak(
    frames: AsyncIterable<ReplyFrame>,
    onSafety: (notice: SafetyNoticeView) => void,
  ): Promise<void> {
    for await (const frame of frames) {
      if (this.stopping.signal.aborted) break;
      if (frame.event === 'safety') onSafety(frame.data);
      if (frame.event === 'delta') for (const text of this.sentences.push(frame.data.text)) this.say(text);
    }
    if (this.stopping.signal.aborted) return;
    for (const text of this.sentences.end()) this.say(text);
    this.isMade = true;
    if (this.hasBegun) this.send({ type: 'ai.audio_end', rid: this.rid, total_ms: this.playout.total_ms });
  }

  private say(text: string): void {
    if (!this.hasBegun) {
      this.startedAt = Date.now();
      this.send({ type: 'ai.start', rid: this.rid });
    }
    this.send({ type: 'ai.text', rid: this.rid, text, from_ms: this.playout.add(text) });
  }
}
