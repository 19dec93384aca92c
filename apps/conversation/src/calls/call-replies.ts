import { Logger } from '@nestjs/common';
import { MessageRole, MessageTag, type CalleeFrame, type JoinedCallView } from '@saathi/contracts';
import { v7 as newId } from 'uuid';
import type { ModelCall } from '../companion/model-call.js';
import { toMessageView } from '../messages/message-row.js';
import { screen } from '../safety/screen.js';
import type { ReplyWords } from '../turns/reply-words.js';
import type { CallTimes } from './call-times.js';
import type { CallsRepository } from './calls.repository.js';
import type { Said } from './calls.sql.js';
import { SpokenReply, type ReplyParts } from './spoken-reply.js';

/** What replies need of the call they are made on. */
export interface RepliesParts extends Pick<ReplyParts, 'voiceOf' | 'sendSound' | 'aliveAt'> {
  readonly calls: CallsRepository;
  readonly words: ReplyWords;
  readonly times: CallTimes;
  readonly send: (frame: CalleeFrame) => void;
  /** Does something after what is being done. */
  readonly inTurn: (work: () => Promise<void>) => void;
  readonly note: (call: ModelCall) => void;
  /** Somebody in danger is shown where help is. */
  readonly onSafety: () => void;
  readonly onFailed: (error: unknown) => void;
  readonly onOver: () => void;
}

/** When what is answered was said. */
export interface SaidAt {
  readonly heard_at: number;
  /** When they fell silent; undefined where nobody listened. */
  readonly silent_since: number | undefined;
}

/** The replies of a call, one at a time: made, held back, cut off, and stored as far as they were heard. */
export class CallReplies {
  private readonly log = new Logger(CallReplies.name);
  private reply: SpokenReply | undefined;
  /** What is said for the line and not for the talk is not stored. */
  private isLine = false;
  private voiceSeq = 0;

  constructor(
    private readonly hold: JoinedCallView,
    private rid: number,
    private readonly parts: RepliesParts,
  ) {}

  /** Whether something is being said, or about to be. */
  get isUnderWay(): boolean {
    return this.reply !== undefined && !this.reply.stopping.signal.aborted;
  }

  get isSpeaking(): boolean {
    return this.reply?.hasBegun === true;
  }

  /** Replies to something that was said. */
  answer(said: Said, at: SaidAt): void {
    const { times } = this.parts;
    const reply = this.begin(() => {
      const now = Date.now();
      times.took('first_words', now - at.heard_at);
      if (at.silent_since !== undefined) times.took('voice_to_voice', now - at.silent_since);
    });
    this.parts.send({ type: 'state', state: 'thinking' });
    void this.speak(reply, said, at.heard_at);
  }

  /** Says something for the line, if nobody is talking. */
  sayLine(text: string): void {
    if (this.reply !== undefined) return;
    const reply = this.begin(() => undefined);
    this.isLine = true;
    void reply.sayLine(text).then(() => {
      this.settle();
    });
  }

  played(rid: number, ms: number, done: boolean): void {
    if (this.reply?.rid === rid) this.reply.played(ms, done);
    if (done) this.settle();
  }

  /** The line lives again after a while of which nothing is known. */
  leaveOutGap(): void {
    this.reply?.leaveOutGap();
  }

  /** Somebody may want to speak. */
  holdBack(): void {
    if (this.reply === undefined) return;
    this.reply.hold();
    this.parts.send({ type: 'state', state: 'paused' });
  }

  /** They did not. */
  goOn(): void {
    if (this.reply === undefined) return;
    this.parts.times.interrupted(false);
    this.reply.goOn();
    this.parts.send({ type: 'state', state: this.reply.hasBegun ? 'speaking' : 'thinking' });
  }

  /** Ends the reply that was heard to its end, if it was. */
  settle(): void {
    const { reply } = this;
    if (reply?.isOver !== true) return;
    this.parts.inTurn(async () => {
      if (this.reply === reply) await this.finish(reply, false);
    });
  }

  /** Is silent at once; what was heard is stored next. */
  cutOff(why: string): void {
    const { reply } = this;
    if (reply === undefined) return;
    this.silence(reply, why);
    this.parts.inTurn(() => this.interrupt(why));
  }

  /** Ends the reply under way with what was heard of it. */
  async interrupt(why: string): Promise<void> {
    const { reply } = this;
    if (reply === undefined) return;
    const wasOver = reply.isOver && !reply.stopping.signal.aborted;
    if (!wasOver) this.silence(reply, why);
    await this.finish(reply, !wasOver);
  }

  /** Writes down what was heard so far, so that a crash loses little of it and never claims more. */
  keepProgress(): void {
    const { reply } = this;
    if (reply === undefined || !reply.hasBegun || this.isLine) return;
    this.parts.inTurn(async () => {
      const { heard } = reply;
      if (this.reply === reply && heard.trim() !== '')
        await this.parts.calls.keepHeard(this.hold, reply.id, heard);
    });
  }

  /** The call is over, or in other hands. */
  abandon(): void {
    this.reply?.stopping.abort();
  }

  private begin(onBegun: () => void): SpokenReply {
    this.rid += 1;
    this.isLine = false;
    const { send, sendSound, voiceOf, aliveAt } = this.parts;
    const reply = new SpokenReply(newId(), this.rid, {
      send,
      sendSound,
      voiceOf,
      aliveAt,
      nextSeq: () => {
        this.voiceSeq += 1;
        return this.voiceSeq;
      },
      onBegun: () => {
        onBegun();
        send({ type: 'state', state: 'speaking' });
      },
      onTrouble: (error) => {
        this.log.warn('there is no voice on a call', { call_id: this.hold.call_id }, error);
        send({ type: 'error', code: 'model_unavailable', retryable: true });
      },
    });
    this.reply = reply;
    return reply;
  }

  private silence(reply: SpokenReply, why: string): void {
    if (reply.stopping.signal.aborted) return;
    reply.cut();
    if (why === 'barge_in') this.parts.times.interrupted(true);
    if (reply.hasBegun) this.parts.send({ type: 'clear', rid: reply.rid, why });
  }

  private async speak(reply: SpokenReply, said: Said, heardAt: number): Promise<void> {
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
    const { times, words, note, send, onSafety } = this.parts;
    try {
      await reply.speak(
        words.of(occasion, reply.stopping.signal, note),
        (notice) => {
          send({ type: 'safety', notice });
          onSafety();
        },
        () => {
          times.took('first_token', Date.now() - heardAt);
        },
      );
      this.settle();
    } catch (error) {
      if (!reply.stopping.signal.aborted) this.fail(reply, error);
    }
  }

  private fail(reply: SpokenReply, error: unknown): void {
    this.log.warn('a reply on a call failed', { call_id: this.hold.call_id }, error);
    this.parts.send({ type: 'error', code: 'model_unavailable', retryable: true });
    this.parts.inTurn(async () => {
      if (this.reply !== reply) return;
      await this.interrupt('failed');
      this.parts.onFailed(error);
    });
  }

  private async finish(reply: SpokenReply, interrupted: boolean): Promise<void> {
    const { heard: text, heardMs } = reply;
    const isStored = text.trim() !== '' && !this.isLine;
    if (isStored) await this.parts.calls.keepHeard(this.hold, reply.id, text);
    if (this.reply === reply) this.reply = undefined;
    if (isStored)
      this.parts.send({
        type: 'ai.final',
        rid: reply.rid,
        message_id: reply.id,
        text,
        heard_ms: Math.round(heardMs),
        interrupted,
      });
    if (!this.isLine) this.parts.onOver();
    this.parts.send({ type: 'state', state: 'listening' });
  }
}
