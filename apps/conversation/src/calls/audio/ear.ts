import { Logger } from '@nestjs/common';
import type { CallSound } from '@saathi/contracts';
import type { ModelCall } from '../../companion/model-call.js';
import { joined } from '../../speech/joined.js';
import { MICROPHONE_RATE } from '../../speech/rates.js';
import type { Recogniser } from '../../speech/speech.port.js';
import type { VoiceActivity } from '../../speech/voice-activity.js';
import type { VoiceEvent } from '../../speech/voice-event.js';
import { SoundInOrder } from './sound-in-order.js';
import { TurnTaking, type TurnAction, type TurnEvent } from './turn-taking.js';

/** So many frames before the newest one may already belong to a word that is not known to have begun: 0.8 s. */
const UNSURE_FRAMES = 40;
/** Silence that ends what somebody was saying. */
const HUSH = new Int16Array(0.4 * MICROPHONE_RATE);

/** What somebody said, and how long it took to know. */
export interface Utterance {
  readonly text: string;
  /** The newest frame of the microphone that belongs to it. */
  readonly seq: number;
  /** When they fell silent. */
  readonly silent_since: number;
  readonly recognition_ms: number;
}

/** What an ear needs, and whom it tells. */
export interface EarParts {
  readonly activity: VoiceActivity;
  readonly recogniser: Recogniser;
  /** Whether a reply is being made or said. */
  readonly isOtherTalking: () => boolean;
  readonly note: (call: ModelCall) => void;
  /** Somebody speaks. */
  readonly onSpeech: () => void;
  readonly onHoldBack: () => void;
  readonly onGoOn: () => void;
  readonly onYield: () => void;
  readonly onPartial: (text: string) => void;
  /** Resolves when it is stored. */
  readonly onSaid: (utterance: Utterance) => Promise<void>;
  /** Somebody spoke and could not be understood. */
  readonly onTrouble: (error: unknown) => void;
}

/** Listens to the microphone of a call: finds speech in it, has it written down, and tells whose turn it is. */
export class Ear {
  private readonly log = new Logger(Ear.name);
  private readonly turns = new TurnTaking();
  private readonly inOrder: SoundInOrder;
  /** The turn so far, stretch by stretch. */
  private stretches: Int16Array[] = [];
  private speechFrom = 0;
  private isSpeaking = false;
  private pausedSeq = 0;
  private acked: number;
  private storing = 0;
  private soundAt = 0;
  private recognition: AbortController | undefined;
  private recognising: Promise<void> = Promise.resolve();
  private recognitionMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** @param ackSeq what was heard by an owner before; undefined for a call that begins */
  constructor(
    private readonly parts: EarParts,
    ackSeq: number | undefined,
  ) {
    this.acked = ackSeq ?? 0;
    this.inOrder = new SoundInOrder(ackSeq, (sound) => {
      this.listen(sound.samples);
    });
  }

  take(sound: CallSound): void {
    if (this.isClosed) return;
    this.soundAt = Date.now();
    this.inOrder.take(sound);
  }

  /** Everything up to this frame is stored as text or was silence. */
  get ackSeq(): number {
    const { newest } = this.inOrder;
    if (this.turns.isQuiet && !this.isSpeaking && this.storing === 0)
      this.acked = Math.max(this.acked, newest - UNSURE_FRAMES);
    return this.acked;
  }

  /**
   * Nothing is heard any more of somebody who was speaking: that is silence, too.
   * @param aliveAt when the line was known to live last: of one that is broken, the sound will come when it is whole again
   */
  hushIfSilent(aliveAt: number, silentMs: number): void {
    if (this.isSpeaking && aliveAt - this.soundAt > silentMs) this.hush();
  }

  /** The microphone was turned off. */
  hush(): void {
    if (!this.isClosed) this.listen(HUSH);
  }

  /** Somebody hangs up: what they were saying is said. */
  async finish(): Promise<void> {
    this.hush();
    await this.recognising;
    this.tell({ kind: 'over' });
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.timer);
    this.inOrder.close();
    this.recognition?.abort();
    this.parts.activity.close();
  }

  private listen(samples: Int16Array): void {
    for (const event of this.parts.activity.push(samples)) this.hear(event);
  }

  private hear(event: VoiceEvent): void {
    switch (event.kind) {
      case 'speech_start':
        this.isSpeaking = true;
        this.speechFrom = event.at_ms;
        // Whatever is being written down is not all.
        this.recognition?.abort();
        break;
      case 'probability':
        if (!this.isSpeaking || event.value === 0) break;
        this.parts.onSpeech();
        this.tell({ kind: 'speech', ms: event.at_ms - this.speechFrom });
        break;
      case 'pause':
        this.isSpeaking = false;
        this.pausedSeq = this.inOrder.newest;
        if (event.audio !== undefined) this.stretches.push(event.audio);
        this.tell({ kind: 'pause' });
    }
  }

  private tell(event: TurnEvent): void {
    if (this.isClosed) return;
    for (const action of this.turns.take(event, Date.now(), this.parts.isOtherTalking())) this.act(action);
    clearTimeout(this.timer);
    const { dueAt } = this.turns;
    if (dueAt === undefined) return;
    this.timer = setTimeout(
      () => {
        this.tell({ kind: 'time' });
      },
      Math.max(0, dueAt - Date.now()),
    );
  }

  private act(action: TurnAction): void {
    switch (action) {
      case 'hold_back':
        this.parts.onHoldBack();
        break;
      case 'go_on':
        this.parts.onGoOn();
        break;
      case 'yield':
        this.parts.onYield();
        break;
      case 'guess':
        void this.guess();
        break;
      case 'recognise':
        this.recognising = this.recognise();
        break;
      case 'drop':
        this.stretches = [];
        break;
      case 'commit':
        void this.commit();
    }
  }

  private async commit(): Promise<void> {
    this.stretches = [];
    const seq = this.pausedSeq;
    this.storing += 1;
    try {
      await this.parts.onSaid({
        text: this.turns.text ?? '',
        seq,
        silent_since: this.turns.silentSince,
        recognition_ms: this.recognitionMs,
      });
    } finally {
      this.storing -= 1;
    }
    this.acked = Math.max(this.acked, seq);
  }

  private async recognise(): Promise<void> {
    const began = Date.now();
    const recognition = new AbortController();
    this.recognition?.abort();
    this.recognition = recognition;
    try {
      const { text } = await this.write(joined(this.stretches), recognition.signal);
      this.recognitionMs = Date.now() - began;
      if (text.trim() !== '') this.parts.onPartial(text.trim());
      this.tell({ kind: 'heard', text });
    } catch (error) {
      if (recognition.signal.aborted) return;
      this.tell({ kind: 'heard', text: '' });
      if (!this.isClosed) this.parts.onTrouble(error);
    }
  }

  /** Listens for a word of command before anybody has finished. */
  private async guess(): Promise<void> {
    const recognition = new AbortController();
    this.recognition = recognition;
    try {
      const sound = joined([...this.stretches, this.parts.activity.spoken]);
      this.tell({ kind: 'guessed', text: (await this.write(sound, recognition.signal)).text });
    } catch (error) {
      if (!recognition.signal.aborted) this.log.debug('a guess failed', {}, error);
    }
  }

  private write(sound: Int16Array, signal: AbortSignal) {
    return this.parts.recogniser.transcribe(sound, { signal, note: this.parts.note });
  }
}
