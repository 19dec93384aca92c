import { isUUID } from 'class-validator';
import type { PlanView } from '../billing/plan.dto.js';
import type { SafetyNoticeView } from './safety.dto.js';

/** The sub-protocol of a call's web socket. */
export const CALL_PROTOCOL = 'saathi.call.v1';
/** Where the socket is. */
export const CALL_SOCKET_PATH = '/v1/calls/ws';
/** Most characters of one thing said; a message of a chat may be as long. */
export const UTTERANCE_MAX_CHARACTERS = 4000;

/** Sound through the socket, or words of a client that hears and speaks by itself. */
export type CallMode = 'audio' | 'text';

/** Where a broken call goes on. */
export interface CallResume {
  readonly token: string;
  readonly last_seq: number;
  readonly rid: number;
  readonly played_ms: number;
}

/** What somebody who calls sends as text. */
export type CallerFrame =
  | { type: 'hello'; ticket: string; mode: CallMode; resume: CallResume | undefined }
  /** `underruns`: how often the voice ran dry since the last report. */
  | { type: 'played'; rid: number; ms: number; done: boolean; underruns: number }
  /** `id` makes it safe to send again: it becomes the id of the message. */
  | { type: 'text'; text: string; final: boolean; id: string | undefined }
  | { type: 'mute'; on: boolean }
  /** What the client's own ears say; the server listens for itself. */
  | { type: 'voice'; on: boolean }
  | { type: 'ping'; t: number }
  | { type: 'bye' };

/** What the gateway hands to the owner of a call. */
export type CallUpFrame =
  | Extract<CallerFrame, { type: 'played' | 'bye' | 'mute' }>
  | { type: 'partial' }
  | { type: 'said'; message_id: string; text: string }
  /** The socket lives. */
  | { type: 'alive' };

/** What somebody who calls is sent as text. */
export type CalleeFrame =
  /** Everything the microphone sent up to `seq` is stored as text or was silence. */
  | { type: 'ack'; seq: number }
  | { type: 'state'; state: 'listening' | 'thinking' | 'speaking' | 'paused' }
  | { type: 'user.partial'; text: string }
  | { type: 'user.final'; message_id: string; text: string; lang: string }
  | { type: 'safety'; notice: SafetyNoticeView }
  | { type: 'ai.start'; rid: number }
  | { type: 'ai.text'; rid: number; text: string; from_ms: number }
  | { type: 'ai.audio_end'; rid: number; total_ms: number }
  | {
      type: 'ai.final';
      rid: number;
      message_id: string;
      text: string;
      heard_ms: number;
      interrupted: boolean;
    }
  /** Somebody seems to speak: be silent, and keep what there is to say. */
  | { type: 'pause' | 'resume'; rid: number }
  | { type: 'clear'; rid: number; why: string }
  | { type: 'limit'; remaining_ms: number; kind: 'warn' | 'cut'; plans: readonly PlanView[] }
  | { type: 'error'; code: string; retryable: boolean }
  | { type: 'end'; reason: CallEndReason; duration_seconds: number };

/** What the owner of a call hands to the gateway. */
export type CallDownFrame =
  | CalleeFrame
  | { type: 'beat' }
  /** Another socket has the call. */
  | { type: 'replaced' };

/** Why a call ended. */
export type CallEndReason = 'done' | 'idle' | 'paywall' | 'lost' | 'session_ended' | 'too_long';

/** How the socket closes with each end. */
export const CALL_CLOSE_CODES: Readonly<Record<CallEndReason, number>> = {
  done: 1000,
  idle: 4008,
  paywall: 4402,
  lost: 1000,
  session_ended: 1000,
  too_long: 1000,
};

/** Reads what a caller sent; undefined when it is not of the protocol. */
export const readCallerFrame = (raw: string): CallerFrame | undefined => {
  const frame = parseObject(raw);
  if (frame === undefined) return undefined;
  const { type, text, id, rid, ms, ticket, mode } = frame;
  switch (type) {
    case 'hello':
      if (frame['v'] !== 1 || typeof ticket !== 'string') return undefined;
      return { type, ticket, mode: mode === 'audio' ? mode : 'text', resume: readResume(frame['resume']) };
    case 'played': {
      const { underruns } = frame;
      if (!isCount(rid) || !isCount(ms)) return undefined;
      return { type, rid, ms, done: frame['done'] === true, underruns: isCount(underruns) ? underruns : 0 };
    }
    case 'text':
      if (typeof text !== 'string' || text.length > UTTERANCE_MAX_CHARACTERS) return undefined;
      if (id !== undefined && !isUUID(id, 'loose')) return undefined;
      return { type, text, final: frame['final'] === true, id: typeof id === 'string' ? id : undefined };
    case 'mute':
    case 'voice':
      return { type, on: frame['on'] === true };
    case 'ping':
      return { type, t: isCount(frame['t']) ? frame['t'] : 0 };
    case 'bye':
      return { type };
    default:
      return undefined;
  }
};

const readResume = (value: unknown): CallResume | undefined => {
  if (!isObject(value) || typeof value['token'] !== 'string') return undefined;
  const count = (name: string): number => {
    const found = value[name];
    return isCount(found) ? found : 0;
  };
  return {
    token: value['token'],
    last_seq: count('last_seq'),
    rid: count('rid'),
    played_ms: count('played_ms'),
  };
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const parseObject = (raw: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
