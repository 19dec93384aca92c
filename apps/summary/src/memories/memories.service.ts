import { Injectable } from '@nestjs/common';
import {
  DomainError,
  pageOf,
  type ActorPageRequest,
  type AddMemoryRequest,
  type MemoryPage,
  type MemoryView,
  type UpdateMemoryRequest,
} from '@saathi/contracts';
import { MemoriesRepository } from './memories.repository.js';
import type { MemoryRow } from './memories.sql.js';

/** What the companion remembers, for the person to see, add to, correct and forget. */
@Injectable()
export class MemoriesService {
  constructor(private readonly memories: MemoriesRepository) {}

  /** The newest first. */
  async list(request: ActorPageRequest): Promise<MemoryPage> {
    const rows = await this.memories.list(request);
    return pageOf(rows, request.limit, toView, ({ created_at_text: at, id }) => ({ at, id }));
  }

  /** @throws DomainError `not_found` for nobody, `validation_failed` when there are too many */
  async add({ user_id, text, pinned }: AddMemoryRequest): Promise<MemoryView> {
    return found(await this.memories.add(user_id, text.trim(), pinned));
  }

  /** @throws DomainError `not_found` */
  async update({ user_id, id, text, ...change }: UpdateMemoryRequest): Promise<MemoryView> {
    const corrected = text === undefined ? {} : { text: text.trim() };
    return found(await this.memories.update(user_id, id, { ...change, ...corrected }));
  }

  /** @throws DomainError `not_found` */
  async forget(userId: string, id: string): Promise<void> {
    if (!(await this.memories.forget(userId, id))) throw new DomainError('not_found');
  }
}

const found = (row: MemoryRow | undefined): MemoryView => {
  if (row === undefined) throw new DomainError('not_found');
  return toView(row);
};

const toView = ({ id, kind, text, pinned, source_message_ids, created_at }: MemoryRow): MemoryView => ({
  id,
  kind,
  text,
  pinned,
  source_message_ids,
  created_at: created_at.toISOString(),
});
