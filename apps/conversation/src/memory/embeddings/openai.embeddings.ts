import OpenAI from 'openai';
import type { ConversationConfig } from '../../conversation.config.js';
import { EmbeddingProvider } from './embedding-provider.js';

const LIMIT_MS = 20_000;

/** Vectors from any OpenAI-compatible address. */
export class OpenAiEmbeddings extends EmbeddingProvider {
  private readonly client: OpenAI;

  constructor(
    readonly model: string,
    { OPENAI_API_KEY, OPENAI_BASE_URL }: ConversationConfig,
  ) {
    super();
    this.client = new OpenAI({
      apiKey: OPENAI_API_KEY,
      baseURL: OPENAI_BASE_URL,
      maxRetries: 0,
      timeout: LIMIT_MS,
      // It would print what it sends, which is somebody's private words.
      logLevel: 'off',
    });
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const { data } = await this.client.embeddings.create(
      { model: this.model, input: [...texts], encoding_format: 'float' },
      { signal },
    );
    if (data.length !== texts.length) throw new Error('There are not as many vectors as texts');
    return data.map(({ embedding }) => unit(embedding));
  }
}

const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length));
};
