import { Injectable, Logger } from '@nestjs/common';
import { excerpt } from '../messages/excerpt.js';
import { estimateTokens } from '../personas/estimate-tokens.js';
import { fuseRankings } from './embeddings/fuse-rankings.js';
import { Meanings } from './embeddings/meanings.service.js';
import { fitting } from './fitting.js';
import { fittingMemories } from './fitting-memories.js';
import { IndexesService, type Acquaintance, type Inquiry } from './indexes.service.js';
import { MemoryRepository } from './memory.repository.js';
import type { Recollection } from './memory.sql.js';
import { chooseLines, TURN_BOUNDS } from './rank/choose-lines.js';
import { readCue, type Cue } from './rank/cue.js';
import { rankLines } from './rank/rank-lines.js';
import { NOTHING_RECALLED, type RecalledLine, type RecalledLines } from './recall.js';

/**
 * A turn does not wait longer. A person who was here lately is answered in a tenth of it; the rest is for one who
 * comes back after a long time, to whom forgetting would be worse than a moment.
 */
const LIMIT_MS = 400;
const LINES_TOKENS = 1000;
const MEMORIES_TOKENS = 300;
/** What a line costs besides its text: who said it, and when. */
const LINE_OVERHEAD = 14;
const LONGEST_LINE = 400;
/** The newest lines of the session itself stand in the prompt anyway. */
const RECENT_LINES = 40;

/** Recall for a turn that is about to be let in: one round trip does for both. */
export interface RecallBesideAdmission {
  /** What the admission is to ask; undefined when there is nothing. */
  readonly inquiry: Inquiry | undefined;
  /** What bears on the turn, by what the admission found; null when it stored nothing. */
  readonly linesOf: (found: Recollection | null, name: string) => Promise<RecalledLines>;
}

/** Finds what a person said before that bears on what they say now. */
@Injectable()
export class Recall {
  private readonly log = new Logger(Recall.name);

  constructor(
    private readonly indexes: IndexesService,
    private readonly repository: MemoryRepository,
    private readonly meanings: Meanings,
  ) {}

  /**
   * What bears on a cue, for the prompt of a turn. Never fails and never takes long: a turn without memory is
   * better than none.
   */
  forTurn(userId: string, sessionId: string, cue: string): Promise<RecalledLines> {
    return this.inTime(this.indexes.forTurn(userId, sessionId), userId, sessionId, cue);
  }

  /** The same for a turn that is about to be let in. */
  besideAdmission(userId: string, sessionId: string, cue: string): RecallBesideAdmission {
    const inquiry = this.indexes.inquire(userId, sessionId);
    if (inquiry === undefined) {
      // Of somebody who was not here lately everything has to be read: that begins at once.
      const early = this.forTurn(userId, sessionId, cue);
      return { inquiry, linesOf: () => early };
    }
    const linesOf = async (found: Recollection | null, name: string): Promise<RecalledLines> =>
      found === null
        ? NOTHING_RECALLED
        : this.inTime(this.indexes.complete(inquiry, { ...found, name }), userId, sessionId, cue);
    return { inquiry, linesOf };
  }

  private async inTime(
    person: Promise<Acquaintance | undefined>,
    userId: string,
    sessionId: string,
    cue: string,
  ): Promise<RecalledLines> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<RecalledLines>((resolve) => {
      timer = setTimeout(() => {
        this.log.warn('recall took too long', { limit_ms: LIMIT_MS });
        resolve(NOTHING_RECALLED);
      }, LIMIT_MS).unref();
    });
    const recalled = this.recall(person, userId, sessionId, cue).catch((error: unknown) => {
      this.log.error('recall failed', error);
      return NOTHING_RECALLED;
    });
    return Promise.race([recalled, tooLate]).finally(() => {
      clearTimeout(timer);
    });
  }

  /** Reads what a person said before, so that their next turn need not wait for it. Returns at once. */
  prepare(userId: string): void {
    this.indexes.of(userId).catch((error: unknown) => {
      this.log.warn('memory not prepared', error);
    });
  }

  private async recall(
    person: Promise<Acquaintance | undefined>,
    userId: string,
    sessionId: string,
    text: string,
  ): Promise<RecalledLines> {
    const found = await person;
    if (found === undefined) return NOTHING_RECALLED;
    const { index, known } = found;
    const cue = readCue(text, known.name);
    const before = index.newestBeside(sessionId);
    const chosen = await this.choose(userId, sessionId, found, text, cue);
    return {
      memories: fitting(fittingMemories(known.memories, cue), MEMORIES_TOKENS, estimateTokens),
      last_spoke_at: before === undefined ? null : new Date(before.at),
      lines: chosen.length === 0 ? [] : await this.lines(userId, chosen),
    };
  }

  /** @returns ids of the messages that bear on a cue, the best first */
  private async choose(
    userId: string,
    sessionId: string,
    { index, known }: Acquaintance,
    text: string,
    cue: Cue,
  ): Promise<string[]> {
    const recent = index.newestOf(sessionId, RECENT_LINES).map(({ id }) => id);
    if (recent.length === index.lines.length) return [];
    const hidden = new Set([...known.forgotten, ...recent]);
    const mayBeShown = (id: string): boolean => !hidden.has(id);
    const alike = await this.meanings.alike(userId, index, text);
    const ranking = fuseRankings(index, rankLines(index, cue, mayBeShown), alike, mayBeShown);
    return chooseLines(ranking, TURN_BOUNDS).map(({ line }) => line.id);
  }

  /** As many of the messages as fit, the first ones first, in the order in which they were said. */
  private async lines(userId: string, ids: readonly string[]): Promise<RecalledLine[]> {
    const rows = new Map((await this.repository.messages(userId, ids)).map((row) => [row.id, row]));
    if (rows.size < ids.length) this.indexes.forget(userId);
    const lines = ids.flatMap((id): RecalledLine[] => {
      const row = rows.get(id);
      if (row === undefined) return [];
      const { session_id, role, text, created_at: said_at } = row;
      return [{ message_id: id, session_id, role, text: excerpt(text, LONGEST_LINE), said_at }];
    });
    return fitting(lines, LINES_TOKENS, ({ text }) => estimateTokens(text) + LINE_OVERHEAD).toSorted(
      (one, other) => one.said_at.getTime() - other.said_at.getTime(),
    );
  }
}
