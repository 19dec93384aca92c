import { readCallSound, writeCallSound } from '@saathi/contracts';
import { Caller, startCall } from './caller.js';
import type { Person } from './person.js';
import type { Stack } from './stack.js';

const FRAME_MS = 20;
const FRAME = 320;
const VOICE_SAMPLES_A_MS = 24;
const REPORT_MS = 200;
/** Ten seconds, as a client keeps them. */
const KEPT = 500;

/** A voice that is being played. */
interface Playing {
  readonly rid: number;
  receivedMs: number;
  heardMs: number;
  isWhole: boolean;
  isPaused: boolean;
}

/** Somebody on a call with a microphone and a loudspeaker, in real time. */
export class AudioCaller extends Caller {
  /** When each frame of the server came, in ms. */
  readonly cameAt = new Map<object, number>();
  /** When the last thing that was played into the microphone was over, in ms. */
  silentSince = 0;
  /** When the first sound of each reply came, in ms. */
  readonly firstSoundAt = new Map<number, number>();
  readonly voiceSeqs: number[] = [];
  playing: Playing | undefined;
  /** How many times as fast as it was said a reply is listened to. */
  listeningPace = 1;
  private waiting: Int16Array = new Int16Array();
  private onSilent: () => void = () => undefined;
  private readonly sent: { readonly seq: number; readonly bytes: Uint8Array }[] = [];
  private seq = 0;
  private isTakenUp = false;
  private lastTick = Date.now();
  private reportedAt = 0;
  private readonly timer = setInterval(() => {
    this.tick();
  }, FRAME_MS);

  static override async call(stack: Stack, person: Person): Promise<AudioCaller> {
    const caller = new AudioCaller(stack, await startCall(person), 'audio');
    await caller.dial();
    caller.isTakenUp = true;
    return caller;
  }

  /** Plays a sound into the microphone. Resolves when it is over. */
  async play(samples: Int16Array): Promise<void> {
    this.waiting = samples;
    await new Promise<void>((resolve) => (this.onSilent = resolve));
    this.silentSince = Date.now();
  }

  /** Says something and hears the reply to its end. */
  async talk(samples: Int16Array, withinMs = 30_000): Promise<any> {
    const from = this.frames.length;
    await this.play(samples);
    return this.find('ai.final', withinMs, from);
  }

  /** Sends so much sound as no microphone can. */
  flood(frames: number): void {
    for (let frame = 0; frame < frames; frame += 1) {
      this.seq += 1;
      this.sendSound(writeCallSound({ kind: 'mic', rid: 0, seq: this.seq, samples: new Int16Array(FRAME) }));
    }
  }

  protected override sayAgain(): void {
    for (const { seq, bytes } of this.sent) if (seq > this.ready.ack_seq) this.sendSound(bytes);
    this.isTakenUp = true;
  }

  protected override get resume(): object {
    this.isTakenUp = false;
    return {
      token: this.ready.resume_token,
      last_seq: this.seq,
      rid: this.rid,
      played_ms: this.playing?.rid === this.rid ? Math.round(this.playing.heardMs) : 0,
    };
  }

  protected override hear(frame: any): void {
    this.cameAt.set(frame, Date.now());
    super.hear(frame);
    if (frame.type === 'ack')
      while ((this.sent[0]?.seq ?? Number.POSITIVE_INFINITY) <= frame.seq) this.sent.shift();
    const { playing } = this;
    if (playing === undefined || playing.rid !== frame.rid) return;
    if (frame.type === 'pause' || frame.type === 'resume') playing.isPaused = frame.type === 'pause';
    if (frame.type === 'ai.audio_end') playing.isWhole = true;
    if (frame.type === 'clear') {
      this.report(playing, false);
      this.playing = undefined;
    }
  }

  protected override hearVoice(bytes: Buffer): void {
    const sound = readCallSound(bytes, 'voice');
    if (sound === undefined) throw new Error('this is no voice');
    this.voiceSeqs.push(sound.seq);
    if (!this.firstSoundAt.has(sound.rid)) this.firstSoundAt.set(sound.rid, Date.now());
    if (this.playing?.rid !== sound.rid)
      this.playing = { rid: sound.rid, receivedMs: 0, heardMs: 0, isWhole: false, isPaused: false };
    this.playing.receivedMs += sound.samples.length / VOICE_SAMPLES_A_MS;
  }

  /** Real time passes, also when a timer is late. */
  private tick(): void {
    if (this.closedWith !== undefined) clearInterval(this.timer);
    for (; this.lastTick + FRAME_MS <= Date.now(); this.lastTick += FRAME_MS) {
      this.listen();
      this.speak();
    }
  }

  private speak(): void {
    const samples = new Int16Array(FRAME);
    samples.set(this.waiting.subarray(0, FRAME));
    const wasSpeaking = this.waiting.length > 0;
    this.waiting = this.waiting.subarray(FRAME);
    this.seq += 1;
    const bytes = writeCallSound({ kind: 'mic', rid: 0, seq: this.seq, samples });
    this.sent.push({ seq: this.seq, bytes });
    if (this.sent.length > KEPT) this.sent.shift();
    if (this.isTakenUp) this.sendSound(bytes);
    if (wasSpeaking && this.waiting.length === 0) this.onSilent();
  }

  private listen(): void {
    const { playing } = this;
    if (playing === undefined || playing.isPaused) return;
    playing.heardMs = Math.min(playing.receivedMs, playing.heardMs + FRAME_MS * this.listeningPace);
    const isDone = playing.isWhole && playing.heardMs >= playing.receivedMs;
    if (!isDone && this.lastTick - this.reportedAt < REPORT_MS) return;
    this.reportedAt = this.lastTick;
    this.report(playing, isDone);
    if (isDone) this.playing = undefined;
  }

  private report({ rid, heardMs }: Playing, done: boolean): void {
    this.send({ type: 'played', rid, ms: Math.round(heardMs), done });
  }
}
