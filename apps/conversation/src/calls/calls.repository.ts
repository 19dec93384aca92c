import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainError,
  type CallEndReason,
  type ListCallsRequest,
  type PersonaSnapshot,
} from '@saathi/contracts';
import { Database, violates } from '@saathi/entities';
import type { ModelCall } from '../companion/model-call.js';
import * as sql from './calls.sql.js';

/** A call about to be opened. */
export interface NewCall {
  readonly id: string;
  readonly user_id: string;
  readonly login_id: string;
  /** Of a session that is open; else one is opened under `new_session_id`. */
  readonly session_id: string | undefined;
  readonly new_session_id: string;
  readonly persona_snapshot: PersonaSnapshot;
  readonly ticket_sha256: Buffer;
}

/** Who holds a call. */
export interface Hold {
  readonly call_id: string;
  readonly epoch: number;
}

/** Calls: the lease that says who holds one, its row, and what is said on it. */
@Injectable()
export class CallsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Opens a call for somebody who may talk.
   * @param mayTalk throws when they may not
   * @returns the session
   * @throws DomainError `call_in_progress`, `not_found`, `session_ended`
   */
  async open(call: NewCall, mayTalk: (standing: sql.Standing) => void): Promise<string> {
    const { id, user_id, login_id, session_id, new_session_id, persona_snapshot, ticket_sha256 } = call;
    try {
      return await this.database.transaction(async (transaction) => {
        const standing = await transaction.row(sql.standing, [user_id]);
        if (standing === undefined) throw new DomainError('not_found');
        mayTalk(standing);
        if (session_id === undefined) {
          await transaction.rows(sql.openSession, [new_session_id, user_id, persona_snapshot]);
        } else {
          const found = await transaction.row(sql.findSession, [session_id, user_id]);
          if (found === undefined) throw new DomainError('not_found');
          if (found.ended)
            throw new DomainError('session_ended', 'This session has ended. Start a new call.');
        }
        const session = session_id ?? new_session_id;
        await transaction.rows(sql.openLease, [id, user_id, session, login_id, ticket_sha256]);
        return session;
      });
    } catch (error) {
      if (violates(error, 'call_leases_one_live'))
        throw new DomainError('call_in_progress', 'You are on a call already. Hang up there first.');
      throw error;
    }
  }

  async begin(ticket: Buffer, resumeToken: Buffer): Promise<sql.Joined | undefined> {
    return this.database.row(sql.begin, [ticket, resumeToken]);
  }

  /** The call that a token to go on belongs to. */
  async findByToken(token: Buffer): Promise<string | undefined> {
    return (await this.database.row(sql.findByToken, [token]))?.id;
  }

  async takeOver(token: Buffer): Promise<sql.Joined | undefined> {
    return this.database.row(sql.takeOver, [token]);
  }

  /** @returns undefined when the call is in other hands or over */
  async beat({ call_id, epoch }: Hold, freeSeconds: number): Promise<sql.Pulse | undefined> {
    return this.database.row(sql.beat, [call_id, epoch, freeSeconds]);
  }

  /** @returns undefined when the call is in other hands or over */
  async end({ call_id, epoch }: Hold, reason: CallEndReason): Promise<sql.Ended | undefined> {
    return this.database.row(sql.end, [call_id, epoch, reason]);
  }

  async endLost(userId: string | null): Promise<sql.Ended[]> {
    return this.database.rows(sql.endLost, [userId]);
  }

  /**
   * @param heardSeq the newest frame of the microphone that is in the text
   * @returns undefined when the call is in other hands or over
   */
  async say(
    { call_id, epoch }: Hold,
    messageId: string,
    text: string,
    danger: string | null,
    heardSeq: number,
  ): Promise<sql.Said | undefined> {
    return this.database.row(sql.say, [call_id, epoch, messageId, text, danger, heardSeq]);
  }

  async findUnanswered({ call_id, epoch }: Hold): Promise<sql.Said | undefined> {
    return this.database.row(sql.findUnanswered, [call_id, epoch]);
  }

  /** @returns whether the call is still in these hands */
  async keepHeard({ call_id, epoch }: Hold, replyId: string, text: string): Promise<boolean> {
    return (await this.database.row(sql.keepHeard, [call_id, epoch, replyId, text])) !== undefined;
  }

  async noteModelCalls(callId: string, calls: readonly ModelCall[]): Promise<void> {
    await this.database.rows(sql.noteModelCalls, [callId, JSON.stringify(calls)]);
  }

  async find(userId: string, id: string): Promise<sql.CallRow | undefined> {
    return this.database.row(sql.find, [userId, id]);
  }

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ListCallsRequest): Promise<sql.CallRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }
}
