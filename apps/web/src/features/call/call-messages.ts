import type { PlanView, SafetyNoticeView } from '@saathi/contracts';
import { parseJson } from '../../api/json';

/** Sound through the wire, or words that the browser itself hears and speaks. */
export type CallMode = 'audio' | 'text';
export type SpeakerState = 'listening' | 'thinking' | 'speaking' | 'paused';

/** Where a broken call goes on. */
export interface Resume {
  readonly token: string;
  readonly last_seq: number;
  readonly rid: number;
  readonly played_ms: number;
}

export type ClientMessage =
  | {
      readonly type: 'hello';
      readonly v: 1;
      readonly ticket: string;
      readonly mode: CallMode;
      readonly audio: { readonly up: 'pcm16'; readonly down: 'pcm16' };
      readonly resume?: Resume;
    }
  | {
      readonly type: 'played';
      readonly rid: number;
      readonly ms: number;
      readonly done: boolean;
      readonly underruns: number;
    }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly final: boolean;
      readonly lang: string;
      readonly id?: string;
    }
  | { readonly type: 'mute'; readonly on: boolean }
  | { readonly type: 'ping'; readonly t: number }
  | { readonly type: 'bye' };

export type ServerMessage =
  | {
      readonly type: 'ready';
      readonly call_id: string;
      readonly session_id: string;
      readonly resume_token: string;
      /** null while a pass runs. */
      readonly remaining_ms: number | null;
      readonly resumed: boolean;
      readonly ack_seq: number;
      /** What the server grants, when that is not what was asked for. */
      readonly mode?: CallMode;
    }
  | { readonly type: 'ack'; readonly seq: number }
  | { readonly type: 'state'; readonly state: SpeakerState }
  | { readonly type: 'user.partial'; readonly text: string }
  | { readonly type: 'user.final'; readonly message_id: string; readonly text: string }
  | { readonly type: 'safety'; readonly notice: SafetyNoticeView }
  | { readonly type: 'ai.start'; readonly rid: number }
  | { readonly type: 'ai.text'; readonly rid: number; readonly text: string; readonly from_ms: number }
  | { readonly type: 'ai.audio_end'; readonly rid: number; readonly total_ms: number }
  | { readonly type: 'ai.final'; readonly rid: number; readonly text: string; readonly interrupted: boolean }
  | { readonly type: 'pause' | 'resume' | 'clear'; readonly rid: number }
  | {
      readonly type: 'limit';
      readonly remaining_ms: number;
      readonly kind: 'warn' | 'cut';
      readonly plans?: readonly PlanView[];
    }
  | { readonly type: 'error'; readonly code: string; readonly retryable: boolean }
  | { readonly type: 'drain' }
  | { readonly type: 'end'; readonly reason: string; readonly duration_seconds: number };

/** Reads a text frame; the server answers for its shape. */
export const readMessage = (text: string): ServerMessage => parseJson(text);

/** How a socket closes when the call is over; whatever else it closes with, the call may go on. */
export const CALL_OVER: ReadonlyMap<number, string> = new Map([
  [1000, 'done'],
  [4001, 'auth'],
  [4003, 'replaced'],
  [4008, 'idle'],
  [4402, 'paywall'],
  [4409, 'other_call'],
]);
