import type { SafetyNoticeView } from '@saathi/contracts';
import type { CallMode, ServerMessage, SpeakerState } from './call-messages';

/** Something that was said in a call. */
export interface CallLine {
  readonly key: string;
  readonly role: 'user' | 'ai';
  readonly text: string;
}

export type CallPhase = 'before' | 'connecting' | 'live' | 'reconnecting' | 'ended';

/** Everything that a call shows. */
export interface CallState {
  readonly phase: CallPhase;
  readonly mode: CallMode;
  readonly speaker: SpeakerState;
  readonly lines: readonly CallLine[];
  /** What is being said by the person. */
  readonly partial: string;
  /** null while a pass runs. */
  readonly remaining_ms: number | null;
  readonly session_id: string | undefined;
  readonly is_muted: boolean;
  /** That one talks to an AI, as the server says it. */
  readonly disclosure: string | undefined;
  /** Somebody in danger: where help is found. It stays for the rest of the call and after it. */
  readonly notice: SafetyNoticeView | undefined;
  /** What went wrong last, until the next reply begins. */
  readonly trouble: string | undefined;
  /** Why it ended, as the server says it. */
  readonly reason: string | undefined;
  readonly duration_seconds: number | undefined;
}

export const beforeCall: CallState = {
  phase: 'before',
  mode: 'audio',
  speaker: 'listening',
  lines: [],
  partial: '',
  remaining_ms: null,
  session_id: undefined,
  is_muted: false,
  disclosure: undefined,
  notice: undefined,
  trouble: undefined,
  reason: undefined,
  duration_seconds: undefined,
};

export type CallEvent =
  | ServerMessage
  | { readonly type: 'dialled'; readonly disclosure: string }
  | { readonly type: 'muted'; readonly on: boolean }
  | { readonly type: 'broken' }
  | { readonly type: 'closed'; readonly reason: string };

/** What a call shows after something happened. */
export const reduceCall = (state: CallState, event: CallEvent): CallState => {
  switch (event.type) {
    case 'dialled':
      return { ...beforeCall, phase: 'connecting', disclosure: event.disclosure };
    case 'ready': {
      const { session_id, remaining_ms, mode = state.mode } = event;
      return { ...state, phase: 'live', session_id, remaining_ms, mode };
    }
    case 'state':
      return { ...state, speaker: event.state };
    case 'limit':
      return { ...state, remaining_ms: event.remaining_ms };
    case 'safety':
      return { ...state, notice: event.notice };
    case 'error':
      return { ...state, trouble: event.code };
    case 'ai.start':
      return { ...state, trouble: undefined };
    case 'muted':
      return { ...state, is_muted: event.on };
    case 'broken':
    case 'drain':
      return state.phase === 'ended' ? state : { ...state, phase: 'reconnecting' };
    case 'end':
      return { ...state, phase: 'ended', reason: event.reason, duration_seconds: event.duration_seconds };
    case 'closed':
      return { ...state, phase: 'ended', reason: state.reason ?? event.reason };
    default:
      return { ...state, ...takeWords(state, event) };
  }
};

/** What both sides said: the person's words when they are whole, the companion's as far as they were heard. */
const takeWords = (state: CallState, event: CallEvent): Pick<CallState, 'lines' | 'partial'> => {
  const { lines, partial } = state;
  switch (event.type) {
    case 'user.partial':
      return { lines, partial: event.text };
    case 'user.final':
      return { lines: put(lines, { key: event.message_id, role: 'user', text: event.text }), partial: '' };
    case 'ai.text':
      return { lines: put(lines, aiLine(event.rid, textOf(lines, event.rid) + event.text)), partial };
    case 'ai.final':
      return { lines: put(lines, aiLine(event.rid, event.text)), partial };
    default:
      return { lines, partial };
  }
};

const keyOf = (rid: number): string => `ai ${String(rid)}`;
const aiLine = (rid: number, text: string): CallLine => ({ key: keyOf(rid), role: 'ai', text });
const textOf = (lines: readonly CallLine[], rid: number): string =>
  lines.find(({ key }) => key === keyOf(rid))?.text ?? '';

const put = (lines: readonly CallLine[], line: CallLine): CallLine[] =>
  lines.some(({ key }) => key === line.key)
    ? lines.map((one) => (one.key === line.key ? line : one))
    : [...lines, line];
