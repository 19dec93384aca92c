import {
  conversationRpc,
  DomainError,
  MessageTag,
  type MessageView,
  type ReplyChunk,
  type ReplyFrame,
  type SendMessageRequest,
} from '@saathi/contracts';
import type { RpcClient, RpcStream } from '@saathi/messaging';

/** Where something is said. */
export interface Place {
  readonly session_id: string;
  readonly user_id: string;
}

/** What came back. */
export interface Heard {
  readonly frames: readonly ReplyFrame[];
  /** All deltas together. */
  readonly text: string;
  /** The user's message, if it was stored. */
  readonly message: MessageView | undefined;
  /** The stored reply. */
  readonly reply: MessageView | undefined;
  readonly messages_left: number | null | undefined;
  /** The code the stream ended with; undefined when it ended well. */
  readonly failure: string | undefined;
}

type More = Partial<Pick<SendMessageRequest, 'text' | 'tag' | 'idempotency_key'>>;

export const openTalk = (rpc: RpcClient, place: Place, more: More = {}): RpcStream<ReplyChunk> =>
  rpc.stream(conversationRpc.sendMessage, {
    ...place,
    text: 'Aaj ka din lamba tha',
    tag: MessageTag.General,
    ...more,
  });

/** Says something and hears the reply to its end. */
export const talk = async (rpc: RpcClient, place: Place, more: More = {}): Promise<Heard> => {
  const frames: ReplyFrame[] = [];
  let failure: string | undefined;
  try {
    for await (const { frame } of openTalk(rpc, place, more)) frames.push(frame);
  } catch (error) {
    failure = error instanceof DomainError ? error.code : String(error);
  }
  return inShort(frames, failure);
};

const inShort = (frames: readonly ReplyFrame[], failure: string | undefined): Heard => {
  const first = frames.find((frame) => frame.event === 'message');
  const last = frames.find((frame) => frame.event === 'done');
  return {
    frames,
    failure,
    text: frames.map((frame) => (frame.event === 'delta' ? frame.data.text : '')).join(''),
    message: first?.data.message,
    reply: last?.data.message,
    messages_left: last?.data.usage.messages_left,
  };
};
