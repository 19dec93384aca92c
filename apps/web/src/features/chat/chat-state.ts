import type { MessageView, ReplyFrame, SafetyNoticeView } from '@saathi/contracts';
import type { ServerEvent } from '../../api/server-events';
import { type Problem, problemFrom, type ProblemDetails } from '../../api/problem';

/** The reply that is being written. */
export interface LiveReply {
  /** The id of the message it becomes; not known before its first frame. */
  readonly id: string | undefined;
  readonly text: string;
  /** The number of the last frame that counted. */
  readonly last: number;
}

/** Everything that a chat shows. */
export interface ChatState {
  readonly isLoaded: boolean;
  readonly messages: readonly MessageView[];
  /** What was just said, until it is known to be stored. */
  readonly outgoing: string | undefined;
  readonly reply: LiveReply | undefined;
  /** Whether the connection broke and is being looked for. */
  readonly isCut: boolean;
  /** The ai message that was stopped during this visit. */
  readonly stopped: string | undefined;
  readonly problem: Problem | undefined;
}

export const emptyChat: ChatState = {
  isLoaded: false,
  messages: [],
  outgoing: undefined,
  reply: undefined,
  isCut: false,
  stopped: undefined,
  problem: undefined,
};

type ReplyEvent = { readonly id: number } & (ReplyFrame | { event: 'problem'; data: ProblemDetails });

export type ChatEvent =
  | { readonly type: 'loaded'; readonly messages: readonly MessageView[] }
  | { readonly type: 'said'; readonly text: string }
  /** A reply is asked for, or may be under way. */
  | { readonly type: 'awaited' }
  | { readonly type: 'frame'; readonly frame: ServerEvent }
  | { readonly type: 'cut' }
  | { readonly type: 'stopped' }
  | { readonly type: 'removed'; readonly id: string }
  /** It went wrong: what was being said or written is no more. */
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'settled' };

const awaited: LiveReply = { id: undefined, text: '', last: 0 };
const settled = { reply: undefined, outgoing: undefined, isCut: false };

/** What a chat shows after something happened. The only place that puts frames together. */
export const reduceChat = (state: ChatState, event: ChatEvent): ChatState => {
  switch (event.type) {
    case 'loaded':
      return { ...state, isLoaded: true, messages: event.messages };
    case 'said':
      return { ...state, outgoing: event.text, reply: awaited, problem: undefined, stopped: undefined };
    case 'awaited':
      return { ...state, reply: state.reply ?? awaited, problem: undefined };
    case 'frame':
      return isReplyEvent(event.frame) ? takeFrame(state, event.frame) : state;
    case 'cut':
      return { ...state, isCut: true };
    case 'stopped':
      return { ...state, stopped: state.reply?.id };
    case 'removed':
      return { ...state, messages: state.messages.filter(({ id }) => id !== event.id) };
    case 'failed':
      return { ...state, ...settled, problem: event.problem };
    case 'settled':
      return { ...state, ...settled };
  }
};

/** A frame that was counted already, as after a reconnection, changes nothing. */
const takeFrame = (state: ChatState, frame: ReplyEvent): ChatState => {
  const reply = state.reply ?? awaited;
  if (frame.id <= reply.last) return { ...state, isCut: false };
  const next = { ...state, isCut: false };
  switch (frame.event) {
    case 'message': {
      const { message, reply_id } = frame.data;
      const messages = endingWith(state.messages, message);
      return { ...next, messages, outgoing: undefined, reply: { ...reply, id: reply_id, last: frame.id } };
    }
    case 'safety': {
      const messages = withSafety(state.messages, frame.data);
      return { ...next, messages, reply: { ...reply, last: frame.id } };
    }
    case 'delta':
      return { ...next, reply: { ...reply, text: reply.text + frame.data.text, last: frame.id } };
    case 'done':
      return { ...next, ...settled, messages: withMessage(state.messages, frame.data.message) };
    case 'problem':
      return { ...next, ...settled, problem: problemFrom(frame.data) };
  }
};

/** A reply that is made again replaces the one before, so nothing stays behind the message that it answers. */
const endingWith = (messages: readonly MessageView[], message: MessageView): MessageView[] => {
  const at = messages.findIndex(({ id }) => id === message.id);
  return [...(at === -1 ? messages : messages.slice(0, at)), message];
};

/** What was said last told of danger: the help lines stand with it, as in a list of messages. */
const withSafety = (messages: readonly MessageView[], safety: SafetyNoticeView): MessageView[] =>
  messages.map((message, at) => (at === messages.length - 1 ? { ...message, safety } : message));

const withMessage = (messages: readonly MessageView[], message: MessageView): MessageView[] => [
  ...messages.filter(({ id }) => id !== message.id),
  message,
];

const REPLY_EVENTS = ['message', 'safety', 'delta', 'done', 'problem'];

const isReplyEvent = (frame: ServerEvent): frame is ReplyEvent => REPLY_EVENTS.includes(frame.event);

/** Whether the reply to what was said last is missing or was stopped, so that it can be made again. */
export const canMakeAgain = ({ messages, outgoing, reply, stopped }: ChatState): boolean => {
  const last = messages.at(-1);
  if (last === undefined || outgoing !== undefined || reply !== undefined) return false;
  return last.role === 'user' || last.id === stopped;
};
