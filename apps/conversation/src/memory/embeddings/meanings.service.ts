import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { MemoryRepository } from '../memory.repository.js';
import type { PersonIndex } from '../rank/person-index.js';
import { EmbeddingProvider } from './embedding-provider.js';
import { VectorsRepository } from './vectors.repository.js';

/** A line that means something like the cue. */
export interface AlikeLine {
  /** Its place in the index. */
  readonly n: number;
  /** Cosine of the angle between the two, at most 1. */
  readonly similarity: number;
}

/** A turn waits no longer for the vector of what was said. */
const CUE_LIMIT_MS = 250;
const MADE_AT_ONCE = 64;
const BATCH_LIMIT_MS = 20_000;
const MOST_ALIKE = 50;

/** Finds lines by what they mean, where an embedding model is configured. Vectors are made in the background. */
@Injectable()
export class Meanings implements BeforeApplicationShutdown {
  private readonly log = new Logger(Meanings.name);
  /** As long as the index of a person is held, so are the vectors of its lines. */
  private readonly held = new WeakMap<PersonIndex, Promise<Map<string, Float32Array>>>();
  private readonly making = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly provider: EmbeddingProvider,
    private readonly vectors: VectorsRepository,
    private readonly repository: MemoryRepository,
  ) {}

  /** The lines most like a text, the best first; none when nobody can be asked, or not in time. */
  async alike(userId: string, index: PersonIndex, text: string): Promise<AlikeLine[]> {
    const { model } = this.provider;
    if (model === undefined) return [];
    try {
      const known = await this.vectorsOf(userId, index, model);
      this.makeMissing(userId, index, known, model);
      const [cue] = await this.provider.embed([text], AbortSignal.timeout(CUE_LIMIT_MS));
      return cue === undefined ? [] : nearest(index, known, cue);
    } catch (error) {
      this.log.warn('recall goes by words alone', {}, error);
      return [];
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.making.values());
  }

  private vectorsOf(userId: string, index: PersonIndex, model: string): Promise<Map<string, Float32Array>> {
    const held = this.held.get(index) ?? this.vectors.load(userId, model);
    this.held.set(index, held);
    held.catch(() => this.held.delete(index));
    return held;
  }

  /** Makes vectors of lines that have none of this model, one batch after the other; returns at once. */
  private makeMissing(
    userId: string,
    index: PersonIndex,
    known: Map<string, Float32Array>,
    model: string,
  ): void {
    if (this.making.has(userId)) return;
    const missing = index.lines.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (missing.length === 0) return;
    const making = this.makeAll(userId, missing, known, model)
      .catch((error: unknown) => {
        this.log.warn('vectors not made', { messages: missing.length }, error);
      })
      .finally(() => this.making.delete(userId));
    this.making.set(userId, making);
  }

  private async makeAll(
    userId: string,
    ids: readonly string[],
    known: Map<string, Float32Array>,
    model: string,
  ): Promise<void> {
    for (let start = 0; start < ids.length && !this.stopping.signal.aborted; start += MADE_AT_ONCE) {
      const rows = await this.repository.messages(userId, ids.slice(start, start + MADE_AT_ONCE));
      if (rows.length === 0) continue;
      const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(BATCH_LIMIT_MS)]);
      const made = await this.provider.embed(
        rows.map(({ text }) => text),
        signal,
      );
      const vectors = new Map(rows.flatMap(({ id }, n) => (made[n] === undefined ? [] : [[id, made[n]]])));
      await this.vectors.keep(vectors, model);
      for (const [id, vector] of vectors) known.set(id, vector);
    }
  }
}

const nearest = (
  { lines }: PersonIndex,
  vectors: ReadonlyMap<string, Float32Array>,
  cue: Float32Array,
): AlikeLine[] =>
  lines
    .flatMap(({ id }, n): AlikeLine[] => {
      const vector = vectors.get(id);
      return vector?.length === cue.length ? [{ n, similarity: dot(vector, cue) }] : [];
    })
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, MOST_ALIKE);

const dot = (one: Float32Array, other: Float32Array): number => {
  let sum = 0;
  for (const [n, value] of one.entries()) sum += value * (other[n] ?? 0);
  return sum;
};
