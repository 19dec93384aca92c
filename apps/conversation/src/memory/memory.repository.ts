import { Injectable } from '@nestjs/common';
import { Database } from '@saathi/entities';
import type { MessageRow } from '../messages/message-row.js';
import * as sql from './memory.sql.js';

/** How a message was read. */
export interface Reading {
  readonly id: string;
  readonly norm: string;
}

/** What was said, as it can be found again. */
@Injectable()
export class MemoryRepository {
  constructor(private readonly database: Database) {}

  /** Everything a person and their companion said on the record, oldest first. */
  async load(userId: string, version: number): Promise<sql.ReadableRow[]> {
    return this.database.rows(sql.load, [userId, version]);
  }

  /** What was said after an instant, and how much there is in all. */
  async since(userId: string, at: number): Promise<sql.Since> {
    return (await this.database.row(sql.since, [userId, at])) ?? { total: 0, fresh: [] };
  }

  /**
   * What a turn needs to know, in one round trip.
   * @param since instant after which messages are read, but for those that are `had`
   * @param asked a message that may have gone
   * @returns undefined when the person is gone
   */
  async recollect(
    userId: string,
    since: number,
    had: readonly string[],
    asked: string | null,
  ): Promise<(sql.Recollection & Pick<sql.KnownRow, 'name'>) | undefined> {
    return this.database.row(sql.recollect, [userId, since, had, asked]);
  }

  async keep(readings: readonly Reading[], version: number): Promise<void> {
    const ids = readings.map(({ id }) => id);
    const norms = readings.map(({ norm }) => norm);
    await this.database.rows(sql.keep, [ids, norms, version]);
  }

  /** Those of the messages that are still there, in any order. */
  async messages(userId: string, ids: readonly string[]): Promise<MessageRow[]> {
    return this.database.rows(sql.messages, [userId, ids]);
  }

  /** @returns undefined when the person is gone */
  async known(userId: string): Promise<sql.KnownRow | undefined> {
    return this.database.row(sql.known, [userId]);
  }
}
