/** What a model says it has read and written, in tokens. */
export interface TokenUsage {
  readonly tokens_in: number;
  readonly tokens_cached: number;
  readonly tokens_out: number;
}

const MAX_LINE_CHARACTERS = 1024 * 1024;

/**
 * Reads a streamed chat completion, however it is cut into packets. The package's own reader costs three times as
 * much a token (bench/turn), and prints what it cannot read, which are somebody's words.
 */
export class ChatStream {
  /** Why the model stopped; null while it has not said so. A stream that ends without it was cut. */
  finish_reason: string | null = null;
  usage: TokenUsage | undefined;
  private readonly decoder = new TextDecoder();
  private rest = '';

  /**
   * Takes the next bytes in.
   * @returns the words in them
   * @throws when the model reports an error, or this is no such stream
   */
  push(bytes: Uint8Array): string {
    const text = this.rest + this.decoder.decode(bytes, { stream: true });
    let said = '';
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      said += this.readLine(text.slice(start, end));
      start = end + 1;
    }
    this.rest = text.slice(start);
    if (this.rest.length > MAX_LINE_CHARACTERS) throw new Error('the answer has a line without an end');
    return said;
  }

  private readLine(line: string): string {
    if (!line.startsWith('data:')) return '';
    const data = line.slice('data:'.length).trim();
    if (data === '' || data === '[DONE]') return '';
    const { choices, usage, error } = parseChunk(data);
    if (error != null) throw new Error('the model reported an error in its stream');
    if (usage != null) this.usage = readUsage(usage);
    const choice = choices?.[0];
    if (choice == null) return '';
    if (choice.finish_reason != null) this.finish_reason = choice.finish_reason;
    // No column can hold NUL.
    return choice.delta?.content?.replaceAll('\0', '') ?? '';
  }
}

/** The members that are read of a chunk. Servers leave out what they like. */
interface Chunk {
  readonly choices?:
    | readonly {
        readonly delta?: { readonly content?: string | null } | null;
        readonly finish_reason?: string | null;
      }[]
    | null;
  readonly usage?: Usage | null;
  readonly error?: unknown;
}

interface Usage {
  readonly prompt_tokens?: number | null;
  readonly completion_tokens?: number | null;
  readonly prompt_tokens_details?: { readonly cached_tokens?: number | null } | null;
}

const readUsage = ({ prompt_tokens, completion_tokens, prompt_tokens_details }: Usage): TokenUsage => ({
  tokens_in: prompt_tokens ?? 0,
  tokens_cached: prompt_tokens_details?.cached_tokens ?? 0,
  tokens_out: completion_tokens ?? 0,
});

const parseChunk = (data: string): Chunk => {
  try {
    const chunk: unknown = JSON.parse(data);
    if (isChunk(chunk)) return chunk;
  } catch {
    // Without its cause: a syntax error quotes what it cannot read.
  }
  throw new Error('the answer is not the JSON of a chat completion');
};

// Every member may be missing, so an object is as good as any.
const isChunk = (value: unknown): value is Chunk => typeof value === 'object' && value !== null;
