import { Logger } from '@nestjs/common';
import {
  MessageRole,
  MessageTag,
  type CallDownFrame,
  type CallEndReason,
  type CallUpFrame,
  type JoinedCallView,
  type PlanView,
} from '@saathi/contracts';
import { isOutage } from '@saathi/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { ModelCall } from '../companion/model-call.js';
import { languageOf } from '../language/language-of.js';
import { toMessageView } from '../messages/message-row.js';
import { isCrisis, screen } from '../safety/screen.js';
import type { ReplyWords } from '../turns/reply-words.js';
import { CallClock } from './call-clock.js';
import { CallTimes } from './call-times.js';
import type { CallsRepository } from './calls.repository.js';
import { GRACE_SECONDS, type Ended, type Said } from './calls.sql.js';
import { SpokenReply } from './spoken-reply.js';

const BEAT_MS = 500;
/** A socket of which nothing was heard for this long is gone, and its time does not count. */
const ADRIFT_MS = 2500;
/** Nobody says anything: the call is over. */
const IDLE_MS = 180_000;
const TRY_AGAIN_MS = 300;

/** What a call needs of the process that holds it. */
export interface CallParts {
  readonly calls: CallsRepository;
  readonly words: ReplyWords;
  readonly plans: readonly PlanView[];
  readonly freeSeconds: number;
  readonly send: (frame: CallDownFrame) => void;
  readonly onEnded: (ended: Ended) => void;
  /** The call is not held here any more. */
  readonly onLeft: () => void;
}

/** A call in the hands of this process, until it ends or another process takes it over. */
export class LiveCall {
  private readonly log = new Logger(LiveCall.name);
  private readonly times = new CallTimes();
  private readonly clock: CallClock;
  private reply: SpokenReply | undefined;
  private rid: number;
  private aliveAt = Date.now();
  private wordAt = Date.now();
  private hasStarted = false;
  private isOver = false;
  private readonly beatTimer = setInterval(() => {
    this.tick();
  }, BEAT_MS);
  /** What is done one after the other: what is said, and the end. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly hold: JoinedCallView,
    lastRid: number,
    private readonly parts: CallParts,
  ) {
    this.rid = lastRid;
    this.clock = new CallClock({
      beat: () => parts.calls.beat(hold, parts.freeSeconds),
      isLive: () => !this.isOver && Date.now() - this.aliveAt < ADRIFT_MS,
      isSpeaking: () => this.reply?.hasBegun === true,
      tellLimit: (limit) => {
        parts.send({ type: 'limit', ...limit });
      },
      end: (reason) => {
        this.inTurn(() => this.end(reason));
      },
      lose: () => {
        this.close();
      },
      plans: parts.plans,
    });
  }

  /** Takes a frame of the caller. The first one tells that the line is open. */
  take(frame: CallUpFrame): void {
    if (this.isOver) return;
    this.aliveAt = Date.now();
    if (!this.hasStarted) this.start();
    switch (frame.type) {
      case 'said':
        this.wordAt = Date.now();
        this.inTurn(() => this.hear(frame.message_id, frame.text));
        break;
      case 'partial':
        this.wordAt = Date.now();
        break;
      case 'played':
        if (this.reply?.rid === frame.rid) this.reply.played(frame.ms, frame.done);
        if (frame.done) this.settle();
        break;
      case 'bye':
        this.inTurn(() => this.end('done'));
        break;
      case 'mute':
      case 'alive':
        break;
    }
  }

  /** Lets the call go, so that another process may take it: what was heard is stored. */
  async leave(): Promise<void> {
    if (this.isOver) return;
    await this.interrupt('moved').catch((error: unknown) => {
      this.log.warn('what was heard could not be stored', {}, error);
    });
    this.close();
  }

  private start(): void {
    this.hasStarted = true;
    this.parts.send({ type: 'state', state: 'listening' });
    void this.clock.look();
    this.inTurn(async () => {
      const said = await this.parts.calls.findUnanswered(this.hold);
      if (said !== undefined) this.answer(said);
    });
  }

  private inTurn(work: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      while (!this.isOver) {
        try {
          await work();
          return;
        } catch (error) {
          this.log.warn('a step of a call failed', { call_id: this.hold.call_id }, error);
          if (!isOutage(error)) return;
          await pause(TRY_AGAIN_MS);
        }
      }
    });
  }

  private async hear(messageId: string, text: string): Promise<void> {
    await this.interrupt('barge_in');
    const { level } = screen(text);
    const said = await this.parts.calls.say(this.hold, messageId, text, isCrisis(level) ? level : null);
    if (said === undefined) {
      this.close();
      return;
    }
    if (said.taken) {
      this.parts.send({ type: 'error', code: 'validation_failed', retryable: false });
      return;
    }
    const lang = languageOf(text, 'english');
    this.parts.send({ type: 'user.final', message_id: messageId, text, lang });
    // Known already: it was sent again by somebody who did not hear that it was stored.
    if (said.created_at !== null) this.answer(said);
  }

  private answer(said: Said): void {
    this.rid += 1;
    const reply = new SpokenReply(newId(), this.rid, (frame) => {
      if (frame.type === 'ai.start') {
        this.times.firstWords(Date.now() - heardAt);
        this.parts.send({ type: 'state', state: 'speaking' });
      }
      this.parts.send(frame);
    });
    const heardAt = Date.now();
    this.reply = reply;
    this.parts.send({ type: 'state', state: 'thinking' });
    void this.speak(reply, said);
  }

  private async speak(reply: SpokenReply, said: Said): Promise<void> {
    const { user_id, session_id } = this.hold;
    const { id, text } = said;
    const created_at = said.created_at ?? new Date();
    const message = toMessageView({
      id,
      session_id,
      role: MessageRole.User,
      tag: MessageTag.General,
      text,
      created_at,
    });
    const occasion = { user_id, message, screening: screen(text), context: said, disclose: false };
    const asked: ModelCall[] = [];
    try {
      const words = this.parts.words.of(occasion, reply.stopping.signal, (call) => asked.push(call));
      await reply.speak(words, (notice) => {
        this.parts.send({ type: 'safety', notice });
        // From now on nothing limits this call.
        void this.clock.look();
      });
      this.settle();
    } catch (error) {
      if (!reply.stopping.signal.aborted) this.couldNotSay(reply, error);
    }
    await this.parts.calls.noteModelCalls(this.hold.call_id, asked).catch((error: unknown) => {
      this.log.warn('calls of the model could not be recorded', {}, error);
    });
  }

  private couldNotSay(reply: SpokenReply, error: unknown): void {
    this.log.warn('a reply on a call failed', { call_id: this.hold.call_id }, error);
    this.parts.send({ type: 'error', code: 'model_unavailable', retryable: true });
    this.inTurn(async () => {
      if (this.reply === reply) await this.interrupt('failed');
    });
  }

  /** Ends the reply that was heard to its end, if it was. */
  private settle(): void {
    const { reply } = this;
    if (reply?.isOver !== true) return;
    this.inTurn(async () => {
      if (this.reply !== reply) return;
      await this.finish(reply, false);
    });
  }

  /** Ends the reply under way with what was heard of it. */
  private async interrupt(why: string): Promise<void> {
    const { reply } = this;
    if (reply === undefined) return;
    if (reply.isOver) {
      await this.finish(reply, false);
      return;
    }
    reply.stopping.abort();
    this.times.interrupted(why === 'barge_in');
    if (reply.hasBegun) this.parts.send({ type: 'clear', rid: reply.rid, why });
    await this.finish(reply, true);
  }

  private async finish(reply: SpokenReply, interrupted: boolean): Promise<void> {
    const { heard: text, heardMs: heard_ms } = reply;
    if (text.trim() !== '') await this.parts.calls.keepHeard(this.hold, reply.id, text);
    if (this.reply === reply) this.reply = undefined;
    this.wordAt = Date.now();
    if (text.trim() !== '')
      this.parts.send({
        type: 'ai.final',
        rid: reply.rid,
        message_id: reply.id,
        text,
        heard_ms,
        interrupted,
      });
    this.parts.send({ type: 'state', state: 'listening' });
  }

  private tick(): void {
    this.parts.send({ type: 'beat' });
    if (this.reply?.isOver === true) this.settle();
    else this.keepProgress();
    const silentMs = Date.now() - this.aliveAt;
    if (silentMs > GRACE_SECONDS * 1000) void this.leave();
    else if (this.hasStarted && this.reply === undefined && Date.now() - this.wordAt > IDLE_MS)
      this.inTurn(() => this.end('idle'));
  }

  /** Writes down what was heard so far, so that a crash loses little of it and never claims more. */
  private keepProgress(): void {
    const { reply } = this;
    if (reply === undefined || !reply.hasBegun) return;
    this.inTurn(async () => {
      const { heard } = reply;
      if (this.reply === reply && heard.trim() !== '')
        await this.parts.calls.keepHeard(this.hold, reply.id, heard);
    });
  }

  private async end(reason: CallEndReason): Promise<void> {
    await this.interrupt('end');
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
    this.reply?.stopping.abort();
    clearInterval(this.beatTimer);
    this.clock.stop();
    this.parts.onLeft();
  }
}
