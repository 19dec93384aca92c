import { Injectable } from '@nestjs/common';
import { DomainError, type MessageTag } from '@saathi/contracts';
import { Database, violates } from '@saathi/entities';
import type { ModelCall } from '../companion/model-call.js';
import type { Inquiry } from '../memory/indexes.service.js';
import {
  admit,
  complete,
  fail,
  find,
  findRunning,
  remake,
  retry,
  type Admission,
  type KnownTurn,
  type Remake,
  type ReplyContext,
  type StoredReply,
} from './turns.sql.js';

/** A message that somebody wants to say. */
export interface Utterance {
  readonly user_id: string;
  readonly session_id: string;
  readonly message_id: string;
  readonly reply_id: string;
  readonly text: string;
  readonly tag: MessageTag;
  readonly free_messages: number;
  readonly idempotency_key: string | null;
  readonly request_hash: Buffer;
  /** How much danger it tells of, so that no paywall stops it. */
  readonly danger: 'ideation' | 'intent' | null;
}

/** Who makes a reply: the first process that does has the attempt 1. */
export interface Attempt {
  readonly reply_id: string;
  readonly attempt: number;
}

/** A turn whose owner says nothing for this long is taken for dead. */
export const LEASE_SECONDS = 6;
/** How often a message gives way to another of its session that came at the same moment. */
const MAX_TRIES = 5;

/** Turns: a message let in, the reply to it under way, and how it ended. */
@Injectable()
export class TurnsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Decides about a message and stores it, all at once. Nothing is stored when it is refused.
   * @param inquiry what is asked for recall in the same breath
   * @throws DomainError `reply_in_progress` when others keep being faster in this session
   */
  async admit(utterance: Utterance, inquiry: Inquiry | undefined): Promise<Admission> {
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const admission = await this.tryToAdmit(utterance, inquiry);
      if (admission !== undefined && !(tries === 1 && mayHaveTwin(utterance, admission))) return admission;
    }
    throw new DomainError('reply_in_progress', 'A reply is still being written. Wait for it or stop it.');
  }

  async find(userId: string, replyId: string): Promise<KnownTurn | undefined> {
    return this.database.row(find, [userId, replyId]);
  }

  /**
   * Opens a new turn for a message whose reply failed or broke off.
   * @returns undefined when somebody else did so already
   */
  async retry(
    userId: string,
    failedReplyId: string,
    replyId: string,
    key: string,
  ): Promise<ReplyContext | undefined> {
    try {
      return await this.database.row(retry, [userId, failedReplyId, replyId, LEASE_SECONDS, key]);
    } catch (error) {
      if (violates(error, 'turns_one_running')) throw new DomainError('reply_in_progress');
      throw error;
    }
  }

  /**
   * Opens a new turn for the last message, if its reply failed or was stopped.
   * @throws DomainError `reply_in_progress` when somebody else did so at the same moment
   */
  async remake(userId: string, sessionId: string, replyId: string): Promise<Remake> {
    try {
      const outcome = await this.database.row(remake, [userId, sessionId, replyId, LEASE_SECONDS]);
      if (outcome === undefined) throw new Error('The remake statement answered nothing');
      return outcome;
    } catch (error) {
      if (violates(error, 'turns_one_running')) throw new DomainError('reply_in_progress');
      throw error;
    }
  }

  /** @returns undefined when the person has no such session */
  async findRunning(userId: string, sessionId: string): Promise<{ reply_id: string | null } | undefined> {
    return this.database.row(findRunning, [userId, sessionId]);
  }

  /** Stores a reply. @returns undefined when the turn is not in the hands of this attempt any more */
  async complete(
    { reply_id, attempt }: Attempt,
    text: string,
    state: 'complete' | 'cancelled',
    calls: readonly ModelCall[],
  ): Promise<StoredReply | undefined> {
    return this.database.row(complete, [reply_id, attempt, text, state, JSON.stringify(calls)]);
  }

  async fail(
    { reply_id, attempt }: Attempt,
    state: 'failed' | 'cancelled',
    errorCode: string | null,
    calls: readonly ModelCall[],
  ): Promise<void> {
    await this.database.rows(fail, [reply_id, attempt, state, errorCode, JSON.stringify(calls)]);
  }

  /** @returns undefined when another was let in at the same moment; now that it is stored, it can be seen */
  private async tryToAdmit(
    utterance: Utterance,
    inquiry: Inquiry | undefined,
  ): Promise<Admission | undefined> {
    try {
      return await this.database.row(admit, [
        utterance.user_id,
        utterance.session_id,
        utterance.message_id,
        utterance.text,
        utterance.tag,
        utterance.reply_id,
        utterance.free_messages,
        LEASE_SECONDS,
        utterance.idempotency_key,
        utterance.request_hash,
        utterance.danger,
        inquiry?.since ?? null,
        inquiry?.had ?? null,
        inquiry?.asked ?? null,
      ]);
    } catch (error) {
      if (violates(error, 'idempotency_keys_pkey') || violates(error, 'turns_one_running')) return undefined;
      throw error;
    }
  }
}

/**
 * Whether a refused message may be the twin of one that was let in while this one waited for its turn: the
 * statement had begun before that, and so does not see it.
 */
const mayHaveTwin = (
  { idempotency_key }: Utterance,
  { found, admitted_at, known_reply_id }: Admission,
): boolean => idempotency_key !== null && found && admitted_at === null && known_reply_id === null;
