import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setImmediate as breathe } from 'node:timers/promises';
import { MemoryRepository, type Reading } from './memory.repository.js';
import type { KnownRow, ReadableRow, Recollection } from './memory.sql.js';
import { contentWords } from './normalise/content-words.js';
import { PersonIndex } from './rank/person-index.js';

/** Of how messages are read; raise it with every change of `normalise`. */
export const READING_VERSION = 4;

/** Messages that are held in memory over all persons; the person who was away longest goes first. */
const MOST_LINES = 150_000;
const IDLE_MS = 30 * 60_000;
/** Messages read before others get their turn. */
const READ_AT_ONCE = 200;
/** Two messages may be stored in another order than their instants say, by this much at most. */
const OVERLAP_MS = 10_000;
/** The same within a turn, where a message that is missed is found at the beginning of the next session. */
const TURN_OVERLAP_MS = 2000;
/** How messages were read is written down for so many at once, or by the sweep. */
const KEPT_AT_ONCE = 500;

interface Held {
  readonly index: PersonIndex;
  readonly lines: number;
  /** In milliseconds since 1970. */
  readonly used: number;
}

/** A person's index, and what else a turn needs to know of them. */
export interface Acquaintance {
  readonly index: PersonIndex;
  readonly known: KnownRow;
}

/** What has to be asked so that the index of a person who is here tells everything until now. */
export interface Inquiry {
  readonly user_id: string;
  readonly index: PersonIndex;
  /** What came after this instant, in milliseconds since 1970, … */
  readonly since: number;
  /** … but for these messages. */
  readonly had: readonly string[];
  /** Whether this message still stands. */
  readonly asked: string | null;
}

/**
 * The index of each person who is here. Their messages are the truth: what is held is brought up to date before
 * each use, and made anew when something was deleted – within a session only when it is noticed, for a turn cannot
 * count everything, and so reads again what it shows. How messages were read is kept in `message_search`, so that a
 * person who comes back is not read again.
 */
@Injectable()
export class IndexesService implements BeforeApplicationShutdown {
  private readonly log = new Logger(IndexesService.name);
  private readonly held = new Map<string, Held>();
  /** How many messages are held in all. */
  private lines = 0;
  private readonly pending = new Map<string, Promise<PersonIndex>>();
  private readonly unkept: Reading[] = [];
  private keeping = Promise.resolve();

  constructor(private readonly repository: MemoryRepository) {}

  /** A person's index with everything that was stored until now. Asked twice at once, it is made once. */
  async of(userId: string): Promise<PersonIndex> {
    const pending = this.pending.get(userId);
    if (pending !== undefined) return pending;
    const making = this.upToDate(userId).finally(() => this.pending.delete(userId));
    this.pending.set(userId, making);
    return making;
  }

  /**
   * A person's index with what was said until now, for a turn of a session.
   * @returns undefined when the person is gone
   */
  async forTurn(userId: string, sessionId: string): Promise<Acquaintance | undefined> {
    const index = this.held.get(userId)?.index ?? (await this.of(userId));
    const inquiry = inquiryFor(userId, index, sessionId);
    const { since, had, asked } = inquiry;
    const found = await this.repository.recollect(userId, since, had, asked);
    return found === undefined ? undefined : this.complete(inquiry, found);
  }

  /** What a turn of a session has to ask. @returns undefined when the person was not here lately */
  inquire(userId: string, sessionId: string): Inquiry | undefined {
    const held = this.held.get(userId);
    return held === undefined ? undefined : inquiryFor(userId, held.index, sessionId);
  }

  /** A person's index with what was found by an inquiry. */
  async complete(
    { user_id, index }: Inquiry,
    found: Recollection & Pick<KnownRow, 'name'>,
  ): Promise<Acquaintance> {
    if (!found.stands) return { index: await this.make(user_id), known: found };
    await this.read(index, found.fresh.map(unread));
    // It was let go of meanwhile when something in it was deleted.
    if (this.held.get(user_id)?.index === index) this.hold(user_id, index);
    return { index, known: found };
  }

  /** Lets go of a person's index: something in it is gone. */
  forget(userId: string): void {
    this.lines -= this.held.get(userId)?.lines ?? 0;
    this.held.delete(userId);
  }

  /** Lets go of what was not used for a while. */
  forgetIdle(): void {
    const before = Date.now() - IDLE_MS;
    for (const [userId, { used }] of this.held) if (used < before) this.forget(userId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keepReadings();
  }

  /** Writes down how messages were read. Whatever is not kept is read again the next time. */
  async keepReadings(): Promise<void> {
    const readings = this.unkept.splice(0);
    if (readings.length === 0) return this.keeping;
    const before = this.keeping;
    const now = this.repository.keep(readings, READING_VERSION).catch((error: unknown) => {
      this.log.warn('readings not kept', { messages: readings.length }, error);
    });
    this.keeping = Promise.all([before, now]).then(() => undefined);
    return this.keeping;
  }

  private async upToDate(userId: string): Promise<PersonIndex> {
    const held = this.held.get(userId);
    if (held === undefined) return this.make(userId);
    const { index } = held;
    const { total, fresh } = await this.repository.since(userId, index.newest - OVERLAP_MS);
    const added = fresh.filter(({ id }) => !index.has(id));
    // Something went, or came with an instant long past.
    if (index.lines.length + added.length !== total) return this.make(userId);
    await this.read(index, added.map(unread));
    this.hold(userId, index);
    return index;
  }

  private async make(userId: string): Promise<PersonIndex> {
    const index = new PersonIndex();
    await this.read(index, await this.repository.load(userId, READING_VERSION));
    this.hold(userId, index);
    return index;
  }

  private async read(index: PersonIndex, rows: readonly ReadableRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += READ_AT_ONCE) {
      if (start > 0) await breathe();
      for (const row of rows.slice(start, start + READ_AT_ONCE)) {
        if (index.has(row.id)) continue;
        const norm = row.norm ?? contentWords(row.text ?? '').join(' ');
        index.add({ ...row, norm });
        if (row.norm === null) this.unkept.push({ id: row.id, norm });
      }
      if (this.unkept.length >= KEPT_AT_ONCE) void this.keepReadings();
    }
  }

  private hold(userId: string, index: PersonIndex): void {
    this.forget(userId);
    const lines = index.lines.length;
    this.held.set(userId, { index, lines, used: Date.now() });
    this.lines += lines;
    for (const longestAway of this.held.keys()) {
      if (this.lines <= MOST_LINES || longestAway === userId) break;
      this.forget(longestAway);
    }
  }
}

const inquiryFor = (user_id: string, index: PersonIndex, sessionId: string): Inquiry => {
  const since = index.newest - TURN_OVERLAP_MS;
  const asked = index.newestBeside(sessionId)?.id ?? null;
  return { user_id, index, since, had: index.idsSince(since), asked };
};

const unread = (row: Omit<ReadableRow, 'norm'>): ReadableRow => ({ ...row, norm: null });
