import type { MessageRole } from '@saathi/contracts';

/** Something that was said before, as the model may be told of it. */
export interface RecalledLine {
  readonly message_id: string;
  readonly session_id: string;
  readonly role: MessageRole;
  /** Shortened when it was long. */
  readonly text: string;
  readonly said_at: Date;
}

/** What is remembered of a person that bears on what they say now. */
export interface RecalledLines {
  /** Memories they pinned, then those that fit; at most 300 tokens. */
  readonly memories: readonly string[];
  /** When they last talked before this session; null when they never did. */
  readonly last_spoke_at: Date | null;
  /** Lines of earlier talk, oldest first; at most 1,000 tokens. None when nothing fits well enough. */
  readonly lines: readonly RecalledLine[];
}

export const NOTHING_RECALLED: RecalledLines = { memories: [], last_spoke_at: null, lines: [] };
