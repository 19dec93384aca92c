/** Turns texts into vectors of which alike ones say something alike. */
export abstract class EmbeddingProvider {
  /** What makes two vectors comparable; undefined when there is nobody to ask. */
  abstract readonly model: string | undefined;

  /**
   * One vector of length 1 for each text.
   * @throws Error when it cannot be asked
   */
  abstract embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/** Without a model for it, recall goes by words alone. */
export class NoEmbeddings extends EmbeddingProvider {
  readonly model = undefined;

  embed(): Promise<Float32Array[]> {
    return Promise.reject(new Error('There is no embedding model'));
  }
}
