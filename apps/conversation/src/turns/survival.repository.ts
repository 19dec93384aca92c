import { Injectable } from '@nestjs/common';
import { Database } from '@saathi/entities';
import {
  closeEmpty,
  closePartial,
  findAbandoned,
  findStanding,
  save,
  takeOver,
  type HeldTurn,
  type TurnStanding,
} from './survival.sql.js';
import { LEASE_SECONDS, type Attempt } from './turns.repository.js';
import type { ReplyContext, StoredReply } from './turns.sql.js';

/** A reply under way, as its process writes it down. */
export interface Progress extends Attempt {
  /** What was said so far; null when nothing is new. */
  readonly text: string | null;
}

/** What keeps turns alive while they are made, and what becomes of those whose process is gone. */
@Injectable()
export class SurvivalRepository {
  constructor(private readonly database: Database) {}

  /** Writes down where turns are. @returns those that are still in the hands of these attempts */
  async save(turns: readonly Progress[]): Promise<HeldTurn[]> {
    return this.database.rows(save, [
      turns.map(({ reply_id }) => reply_id),
      turns.map(({ attempt }) => attempt),
      turns.map(({ text }) => text),
      LEASE_SECONDS,
    ]);
  }

  /** @param graceSeconds for how long after its lease a turn is left to whoever waits for it */
  async findAbandoned(graceSeconds: number): Promise<{ reply_id: string; user_id: string }[]> {
    return this.database.rows(findAbandoned, [graceSeconds]);
  }

  /** @returns undefined when the person has no such turn */
  async findStanding(userId: string, replyId: string): Promise<TurnStanding | undefined> {
    return this.database.row(findStanding, [userId, replyId]);
  }

  /** @returns undefined when somebody else was faster, or the session has ended */
  async takeOver({ reply_id, attempt }: Attempt): Promise<ReplyContext | undefined> {
    return this.database.row(takeOver, [reply_id, attempt, LEASE_SECONDS]);
  }

  /** @returns undefined when somebody else was faster */
  async closePartial({ reply_id, attempt }: Attempt, text: string): Promise<StoredReply | undefined> {
    return this.database.row(closePartial, [reply_id, attempt, text]);
  }

  async closeEmpty({ reply_id, attempt }: Attempt): Promise<void> {
    await this.database.rows(closeEmpty, [reply_id, attempt]);
  }
}
