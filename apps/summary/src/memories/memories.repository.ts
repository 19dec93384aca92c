import { Injectable } from '@nestjs/common';
import { decodeCursor, DomainError, MemoryKind, type ActorPageRequest } from '@saathi/contracts';
import { Database, type Runner } from '@saathi/entities';
import { v7 as newId } from 'uuid';
import type { QuotedFinding } from '../merge/findings.js';
import { canonicalLabel } from '../merge/canonical-label.js';
import * as sql from './memories.sql.js';

/** A fact that a session showed, as far as it stands up to its check. */
export interface ProposedMemory extends QuotedFinding {
  readonly kind: MemoryKind;
}

const KEPT_AT_MOST = 1000;

/** What is remembered of a person. */
@Injectable()
export class MemoriesRepository {
  constructor(private readonly database: Database) {}

  /** One more than asked for, so that the end of the list is known. */
  async list({ user_id, limit, cursor }: ActorPageRequest): Promise<sql.MemoryRow[]> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.rows(sql.list, [user_id, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  /**
   * Adds what a person wrote; what is remembered already is found, and pinned if that was asked for.
   * @returns undefined when the person is gone
   * @throws DomainError `validation_failed` when there are too many
   */
  async add(userId: string, text: string, pinned: boolean | undefined): Promise<sql.MemoryRow | undefined> {
    return this.locked(userId, async (transaction) => {
      const known = await transaction.row(sql.findAlike, [userId, canonicalLabel(text)]);
      if (known !== undefined)
        return pinned === undefined ? known : transaction.row(sql.pin, [userId, known.id, pinned]);
      if (await isFull(transaction, userId))
        throw new DomainError(
          'validation_failed',
          'There is no room for more memories. Let one be forgotten first.',
        );
      const label = canonicalLabel(text);
      const memory = [newId(), userId, MemoryKind.Fact, text, label, pinned ?? false, [], 'user'];
      return transaction.row(sql.add, memory);
    });
  }

  /** @returns undefined when the person has no such memory */
  async update(
    userId: string,
    id: string,
    { text, pinned }: { text?: string; pinned?: boolean },
  ): Promise<sql.MemoryRow | undefined> {
    return this.locked(userId, async (transaction) => {
      let memory = await transaction.row(sql.find, [userId, id]);
      if (memory === undefined) return undefined;
      if (text !== undefined && text !== memory.text) {
        await transaction.rows(sql.supersede, [userId, id, newId()]);
        memory = await transaction.row(sql.correct, [userId, id, text, canonicalLabel(text)]);
      }
      return pinned === undefined ? memory : transaction.row(sql.pin, [userId, id, pinned]);
    });
  }

  /** @returns false when the person has no such memory */
  async forget(userId: string, id: string): Promise<boolean> {
    const forgotten = await this.locked(userId, (transaction) => transaction.row(sql.forget, [userId, id]));
    return forgotten !== undefined;
  }

  /**
   * Remembers what a session showed, but for what is remembered already and what was to be forgotten. The caller
   * holds the lock of the person.
   */
  async propose(transaction: Runner, userId: string, proposals: readonly ProposedMemory[]): Promise<void> {
    for (const { kind, value, message_ids } of proposals) {
      const label = canonicalLabel(value);
      const barred = await transaction.rows(sql.barred, [userId, message_ids]);
      if (barred.length > 0 || (await isFull(transaction, userId))) continue;
      if ((await transaction.row(sql.findAlike, [userId, label])) !== undefined) continue;
      await transaction.rows(sql.add, [newId(), userId, kind, value, label, false, message_ids, 'session']);
    }
  }

  /** Lets go of what was learned from messages that are all gone. The caller holds the lock of the person. */
  async dropUnsaid(transaction: Runner, userId: string): Promise<void> {
    await transaction.rows(sql.dropUnsaid, [userId]);
  }

  private async locked<T>(
    userId: string,
    change: (transaction: Runner) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    return this.database.transaction(async (transaction) =>
      (await transaction.row(sql.lockPerson, [userId])) === undefined ? undefined : change(transaction),
    );
  }
}

const isFull = async (transaction: Runner, userId: string): Promise<boolean> =>
  ((await transaction.row(sql.count, [userId]))?.memories ?? 0) >= KEPT_AT_MOST;
