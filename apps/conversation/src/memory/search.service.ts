import { Injectable } from '@nestjs/common';
import type { MessageListView, SearchMessagesRequest } from '@saathi/contracts';
import { toMessageView } from '../messages/message-row.js';
import { fuseRankings } from './embeddings/fuse-rankings.js';
import { Meanings } from './embeddings/meanings.service.js';
import { IndexesService } from './indexes.service.js';
import { MemoryRepository } from './memory.repository.js';
import { readCue } from './rank/cue.js';
import { rankLines } from './rank/rank-lines.js';

/** Below this share of what was asked, nothing was found. */
const FLOOR = 0.15;
const LEAST_SHARE = 0.1;

/** Lets people find what was said, in whichever script they look for it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly indexes: IndexesService,
    private readonly repository: MemoryRepository,
    private readonly meanings: Meanings,
  ) {}

  /** The best first; nothing when there is nothing like it. */
  async search({ user_id, q, limit }: SearchMessagesRequest): Promise<MessageListView> {
    const [index, known] = await Promise.all([this.indexes.of(user_id), this.repository.known(user_id)]);
    const alike = await this.meanings.alike(user_id, index, q);
    const { ranked, coverage } = fuseRankings(index, rankLines(index, readCue(q, known?.name)), alike);
    if (coverage < FLOOR) return { items: [] };
    const least = LEAST_SHARE * (ranked[0]?.score ?? 0);
    const ids = ranked
      .filter(({ score }) => score >= least)
      .slice(0, limit)
      .map(({ line }) => line.id);
    const rows = new Map((await this.repository.messages(user_id, ids)).map((row) => [row.id, row]));
    return { items: ids.flatMap((id) => rows.get(id) ?? []).map(toMessageView) };
  }
}
