import type { MessageView } from './message.dto.js';

/** The stored message of the person, and the id the reply will have. */
export class MessageFrame {
  message!: MessageView;
  reply_id!: string;
}

/** The next piece of the reply. */
export class DeltaFrame {
  text!: string;
}

/** What is left of the free allowance. */
export class UsageLeftView {
  /** null while a pass runs. */
  messages_left!: number | null;
}

/** The stored reply: all deltas together. */
export class DoneFrame {
  message!: MessageView;
  usage!: UsageLeftView;
}

export type ReplyFrame =
  | { event: 'message'; data: MessageFrame }
  | { event: 'delta'; data: DeltaFrame }
  | { event: 'done'; data: DoneFrame };

/** One event of a reply under way. A reply that fails ends with an error instead of `done`. */
export class ReplyChunk {
  /** Rises by one within a reply, from 1. */
  id!: number;
  frame!: ReplyFrame;
}

/** A message and its reply, for clients that do not stream. */
export class ExchangeView {
  message!: MessageView;
  reply!: MessageView;
}
