import { Injectable } from '@nestjs/common';
import {
  DomainError,
  events,
  MessageRole,
  type ReplyChunk,
  type ReplyFrame,
  type ReplyRequest,
  type RunningReplyView,
  type SendMessageRequest,
} from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { toMessageView } from '../messages/message-row.js';
import { screen } from '../safety/screen.js';
import { AdmissionsService } from './admissions.service.js';
import { refusalToRemake } from './refusal.js';
import { deltaFrame, doneFrame, messageFrame } from './reply-frames.js';
import { ReplyMaker } from './reply-maker.js';
import { RunningTurns } from './running-turns.js';
import { TurnsRepository } from './turns.repository.js';
import type { Admission, KnownTurn } from './turns.sql.js';

const LOOK_AGAIN_MS = 200;

/** One exchange: what a person says, and the reply. */
@Injectable()
export class TurnsService {
  constructor(
    private readonly admissions: AdmissionsService,
    private readonly turns: TurnsRepository,
    private readonly running: RunningTurns,
    private readonly maker: ReplyMaker,
    private readonly events: EventPublisher,
  ) {}

  /**
   * Takes a message and answers it. The message is stored before the first frame, the reply before
   * the last. Sent again with the same key, the same frames come without a second reply being made.
   * @throws DomainError see `conversationRpc.sendMessage`
   */
  async *send(request: SendMessageRequest, signal: AbortSignal): AsyncIterable<ReplyFrame> {
    const { user_id, session_id, tag, text } = request;
    const { admission, screening, recalled, message_id, reply_id } = await this.admissions.admit(request);
    if (admission.known_reply_id !== null || admission.admitted_at === null) {
      yield* this.repeat(request, admission, signal);
      return;
    }
    const created_at = admission.admitted_at;
    const said = { id: message_id, session_id, role: MessageRole.User, tag, text, created_at };
    const occasion = {
      user_id,
      message: toMessageView(said),
      screening,
      context: admission,
      recalled,
      disclose: admission.disclosure_due,
    };
    const messages_left = this.tellUsage(user_id, admission);
    yield* this.maker.speak({ reply_id, attempt: 1, messages_left, occasion }, signal);
  }

  /**
   * Makes the reply to the last message again, after one that failed or was stopped.
   * @throws DomainError see `conversationRpc.remakeReply`
   */
  async *remake({ user_id, session_id }: ReplyRequest, signal: AbortSignal): AsyncIterable<ReplyFrame> {
    const reply_id = newId();
    const made = await this.turns.remake(user_id, session_id, reply_id);
    const refusal = refusalToRemake(made);
    if (refusal !== undefined) throw refusal;
    const { message_id: id, message_tag: tag, message_text: text, message_created_at: created_at } = made;
    const message = toMessageView({ id, session_id, role: MessageRole.User, tag, text, created_at });
    const messages_left = this.admissions.leftOf(made.premium, made.used ?? 0);
    const occasion = { user_id, message, screening: screen(text), context: made, disclose: false };
    yield* this.maker.speak({ reply_id, attempt: 1, messages_left, occasion }, signal);
  }

  /** @throws DomainError `not_found` when the person has no such session */
  async findRunning({ user_id, session_id }: ReplyRequest): Promise<RunningReplyView> {
    const found = await this.turns.findRunning(user_id, session_id);
    if (found === undefined) throw new DomainError('not_found');
    return found;
  }

  /** Stops a reply. @returns false when it is not made by this process; true when what was said is stored */
  async stop(replyId: string): Promise<boolean> {
    const reply = this.running.find(replyId);
    await reply?.stop();
    return reply !== undefined;
  }

  /** Shows a reply. @returns undefined when it is not made by this process */
  join(replyId: string, after: number): AsyncIterable<ReplyChunk> | undefined {
    return this.running.find(replyId)?.follow(after);
  }

  /** Shows the exchange that a key stands for: waits for it if it is under way, tries again if it failed or broke off. */
  private async *repeat(
    request: SendMessageRequest,
    admission: Admission,
    signal: AbortSignal,
  ): AsyncIterable<ReplyFrame> {
    const { user_id, session_id, idempotency_key = '' } = request;
    const known = await this.settled(user_id, admission.known_reply_id ?? '', signal);
    const messages_left = this.admissions.leftOf(admission.premium, admission.used ?? 0);
    const isToBeMadeAgain = known.state === 'failed' || known.state === 'partial';
    const reply_id = isToBeMadeAgain ? newId() : known.reply_id;
    const message = toMessageView({
      id: known.message_id,
      session_id,
      role: MessageRole.User,
      tag: known.message_tag,
      text: known.message_text,
      created_at: known.message_created_at,
    });
    if (isToBeMadeAgain) {
      if (admission.ended) throw new DomainError('session_ended', 'This session has ended. Start a new one.');
      const retrial = await this.turns.retry(user_id, known.reply_id, reply_id, idempotency_key);
      if (retrial === undefined) throw new DomainError('reply_in_progress');
      const screening = screen(known.message_text);
      const occasion = { user_id, message, screening, context: retrial, disclose: false };
      yield* this.maker.speak({ reply_id, attempt: 1, messages_left, occasion }, signal);
      return;
    }
    yield messageFrame(message, reply_id);
    if (known.reply_text === null || known.reply_created_at === null) return;
    yield deltaFrame(known.reply_text);
    const reply = {
      id: reply_id,
      session_id,
      role: MessageRole.Ai,
      tag: known.message_tag,
      text: known.reply_text,
    };
    yield doneFrame(toMessageView({ ...reply, created_at: known.reply_created_at }), messages_left);
  }

  private async settled(userId: string, replyId: string, signal: AbortSignal): Promise<KnownTurn> {
    for (;;) {
      const turn = await this.turns.find(userId, replyId);
      if (turn === undefined) throw new DomainError('not_found');
      if (turn.state !== 'running' || signal.aborted) return turn;
      await pause(LOOK_AGAIN_MS);
    }
  }

  private tellUsage(user_id: string, { premium, used, in_crisis }: Admission): number | null {
    const total_messages = (used ?? 0) + (in_crisis ? 0 : 1);
    const messages_left = this.admissions.leftOf(premium, total_messages);
    this.events.hint(events.usageUpdated, { user_id, total_messages, messages_left });
    return messages_left;
  }
}
