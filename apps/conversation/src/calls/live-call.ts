import { Logger } from '@nestjs/common';
import {
  isCallSound,
  readCallSound,
  type CallEndReason,
  type CallUpFrame,
  type JoinedCallView,
} from '@saathi/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { ModelCall } from '../companion/model-call.js';
import type { OpenSpeech } from './audio/call-speech.js';
import { CallVoice } from './audio/call-voice.js';
import { Ear, type Utterance } from './audio/ear.js';
import { CallClock } from './call-clock.js';
import { CALL_LINES, type CallLineKind } from './call-lines.js';
import type { CallParts } from './call-parts.js';
import { CallReplies } from './call-replies.js';
import { CallTimes } from './call-times.js';
import { CallWords } from './call-words.js';
import { GRACE_SECONDS } from './calls.sql.js';
import { Idleness } from './idleness.js';
import { Steps } from './steps.js';

const BEAT_MS = 500;
/** A socket of which nothing was heard for this long is gone, and its time does not count. */
const ADRIFT_MS = 2500;
/** A line that lives and carries no sound: the microphone is not sent any more. */
const NO_SOUND_MS = 2000;
/** Who hangs up while speaking is not kept waiting longer for what they said to be understood. */
const LAST_WORDS_MS = 2500;

/** How much of a reply the caller's side played, when its line broke; 0 ms tell nothing. */
export interface Played {
  readonly rid: number;
  readonly ms: number;
}

/** A call in the hands of this process, until it ends or another process takes it over. */
export class LiveCall {
  private readonly log = new Logger(LiveCall.name);
  private readonly times = new CallTimes();
  private readonly clock: CallClock;
  private readonly replies: CallReplies;
  private readonly ear: Ear | undefined;
  private readonly voice: CallVoice | undefined;
  private readonly over = new AbortController();
  private readonly steps: Steps;
  private readonly words: CallWords;
  private aliveAt = Date.now();
  private readonly idleness = new Idleness(Date.now());
  private isMuted = false;
  private hasStarted = false;
  private isOver = false;
  private ackedSeq: number;
  private readonly beatTimer = setInterval(() => {
    this.tick();
  }, BEAT_MS);

  constructor(
    private readonly hold: JoinedCallView,
    private readonly lastRid: number,
    private readonly parts: CallParts,
  ) {
    this.steps = new Steps(hold.call_id);
    this.ackedSeq = hold.ack_seq;
    const { speech } = parts;
    this.voice = speech === undefined ? undefined : new CallVoice(speech.speaker, speech.lines, this.note);
    this.ear = speech === undefined ? undefined : this.openEar(speech);
    this.replies = this.makeReplies();
    this.words = new CallWords(hold, parts.language, {
      ...parts,
      replies: this.replies,
      onLost: () => {
        this.close();
      },
    });
    this.clock = new CallClock({
      beat: () => parts.calls.beat(hold, parts.freeSeconds),
      isLive: () => !this.isOver && Date.now() - this.aliveAt < ADRIFT_MS,
      isSpeaking: () => this.replies.isSpeaking,
      tellLimit: (limit) => {
        parts.send({ type: 'limit', ...limit });
      },
      end: (reason) => {
        void this.steps.add(() => this.end(reason));
      },
      lose: () => {
        this.close();
      },
      plans: parts.plans,
    });
  }

  /** Takes what came over the line: sound, or a frame in JSON. The first one tells that the line is open. */
  hear(bytes: Uint8Array, frame: () => CallUpFrame): void {
    if (this.isOver) return;
    const now = Date.now();
    if (now - this.aliveAt > ADRIFT_MS) this.replies.leaveOutGap();
    this.aliveAt = now;
    if (!this.hasStarted) this.start();
    if (!isCallSound(bytes, 'mic')) {
      this.take(frame());
      return;
    }
    const sound = readCallSound(bytes, 'mic');
    if (sound !== undefined) this.ear?.take(sound);
  }

  /** Lets the call go, so that another process may take it: what was heard is stored. */
  async leave(played?: Played): Promise<void> {
    if (this.isOver) return;
    if (played !== undefined && played.ms > 0) this.replies.played(played.rid, played.ms, false);
    await this.replies.interrupt('moved').catch((error: unknown) => {
      this.log.warn('what was heard could not be stored', {}, error);
    });
    this.close();
  }

  private take(frame: CallUpFrame): void {
    switch (frame.type) {
      case 'said':
        this.spoke();
        void this.steps.add(() => this.words.store(frame.message_id, frame.text));
        break;
      case 'partial':
        this.spoke();
        break;
      case 'played':
        this.replies.played(frame.rid, frame.ms, frame.done);
        this.times.ranDry(frame.underruns);
        break;
      case 'bye':
        void this.hangUp();
        break;
      case 'mute':
        this.isMuted = frame.on;
        this.spoke();
        if (frame.on) this.ear?.hush();
        break;
      case 'alive':
        break;
    }
  }

  private spoke(): void {
    this.idleness.spoke(Date.now());
  }

  private start(): void {
    this.hasStarted = true;
    // A reply of an owner before is not said again, and not heard any further than it is stored.
    if (this.hold.resumed && this.lastRid > 0)
      this.parts.send({ type: 'clear', rid: this.lastRid, why: 'moved' });
    this.parts.send({ type: 'state', state: 'listening' });
    void this.clock.look();
    this.voice?.prepareLines(this.words.language, this.over.signal);
    void this.steps.add(() => this.words.takeUp());
  }

  private makeReplies(): CallReplies {
    const { calls, words, send, sendSound } = this.parts;
    const { voice } = this;
    return new CallReplies(this.hold, this.lastRid, {
      calls,
      words,
      times: this.times,
      send,
      sendSound,
      inTurn: (step) => {
        void this.steps.add(step);
      },
      voiceOf:
        voice === undefined ? undefined : (text, signal) => voice.say(text, this.words.language, signal),
      note: this.note,
      aliveAt: () => this.aliveAt,
      onSafety: () => {
        // From now on nothing limits this call.
        void this.clock.look();
      },
      onFailed: () => {
        this.sayLine('trouble');
      },
      onOver: () => {
        this.spoke();
      },
    });
  }

  private openEar({ activity, recogniser }: OpenSpeech): Ear {
    const { resumed, ack_seq } = this.hold;
    return new Ear(
      {
        activity,
        recogniser,
        isOtherTalking: () => this.replies.isUnderWay,
        note: this.note,
        onSpeech: () => {
          this.spoke();
        },
        onHoldBack: () => {
          this.replies.holdBack();
        },
        onGoOn: () => {
          this.replies.goOn();
        },
        onYield: () => {
          this.replies.cutOff('barge_in');
        },
        onPartial: (text) => {
          this.parts.send({ type: 'user.partial', text });
        },
        onSaid: (utterance) => this.said(utterance),
        onTrouble: (error) => {
          this.log.warn('speech could not be understood', { call_id: this.hold.call_id }, error);
          this.parts.send({ type: 'error', code: 'model_unavailable', retryable: true });
          this.sayLine('unheard');
        },
      },
      resumed ? ack_seq : undefined,
    );
  }

  private async said(utterance: Utterance): Promise<void> {
    this.times.took('endpointing', Date.now() - utterance.silent_since);
    this.times.took('recognition', utterance.recognition_ms);
    const id = newId();
    await this.steps.add(() => this.words.store(id, utterance.text, utterance));
  }

  /** Every call of a model is written down, whether or not it helped. */
  private readonly note = (call: ModelCall): void => {
    this.times.cost(call);
    void this.parts.calls.noteModelCalls(this.hold.call_id, [call]).catch((error: unknown) => {
      this.log.warn('a call of a model could not be recorded', {}, error);
    });
  };

  /** Says something for the line: aloud, where the voice is ours. */
  private sayLine(kind: CallLineKind): void {
    if (this.voice !== undefined && !this.isOver) this.replies.sayLine(CALL_LINES[kind][this.words.language]);
  }

  private tick(): void {
    this.parts.send({ type: 'beat' });
    this.tellAck();
    this.ear?.hushIfSilent(this.aliveAt, NO_SOUND_MS);
    this.replies.settle();
    this.replies.keepProgress();
    const now = Date.now();
    if (now - this.aliveAt > GRACE_SECONDS * 1000) void this.leave();
    else if (this.hasStarted && !this.replies.isUnderWay) this.mindIdleness(now);
  }

  private tellAck(): void {
    const seq = this.ear?.ackSeq ?? this.ackedSeq;
    if (seq <= this.ackedSeq) return;
    this.ackedSeq = seq;
    this.parts.send({ type: 'ack', seq });
  }

  private mindIdleness(now: number): void {
    const action = this.idleness.check(now, this.ear !== undefined && !this.isMuted);
    if (action === 'end') void this.steps.add(() => this.end('idle'));
    if (action === 'nudge') this.sayLine('nudge');
  }

  private async hangUp(): Promise<void> {
    if (this.ear !== undefined) {
      this.replies.cutOff('end');
      this.words.isAnswered = false;
      await Promise.race([this.ear.finish(), pause(LAST_WORDS_MS)]);
    }
    await this.steps.add(() => this.end('done'));
  }

  private async end(reason: CallEndReason): Promise<void> {
    await this.replies.interrupt('end');
    const ended = await this.parts.calls.end(this.hold, reason);
    if (ended !== undefined) {
      const duration_seconds = ended.duration_seconds ?? 0;
      this.parts.send({ type: 'end', reason, duration_seconds });
      this.times.report(this.hold.call_id, reason, duration_seconds);
      this.parts.onEnded(ended);
    }
    this.close();
  }

  private close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.steps.stop();
    this.over.abort();
    this.replies.abandon();
    this.ear?.close();
    clearInterval(this.beatTimer);
    this.clock.stop();
    this.parts.onLeft();
  }
}
