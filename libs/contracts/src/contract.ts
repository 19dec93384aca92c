import type { App } from './apps.js';
import type { ErrorCode } from './errors.js';

/** A class whose instances travel as JSON. */
export type Dto<T = unknown> = new () => T;

/** A question to one service, answered once. */
export interface RpcContract<Req = any, Res = any, Err extends ErrorCode = ErrorCode> {
  readonly kind: 'rpc';
  readonly subject: `rpc.${string}.${string}`;
  readonly request: Dto<Req>;
  readonly response: Dto<Res>;
  /** Codes the service may answer with, besides `validation_failed`, `service_unavailable` and `internal`. */
  readonly errors: readonly Err[];
  /** The applications that may ask it; the broker refuses it to everybody else. */
  readonly callers: readonly App[];
  readonly heardBy: HeardBy;
  /** How long the caller waits. */
  readonly limitMs: number;
}

/**
 * Which replicas of the service hear a call: `any` one of them, which answers; or `all`, of which the one that
 * holds what the call is about answers and the others keep silent.
 */
export type HeardBy = 'any' | 'all';

/** What a call may take unless its contract says otherwise. */
const DEFAULT_LIMIT_MS = 5000;
/** Who asks unless the contract says otherwise: services tell each other facts instead. */
const DEFAULT_CALLERS: readonly App[] = ['gateway'];

/** A question to one service, answered by many chunks in order. */
export interface StreamContract<Req = any, Chunk = any, Err extends ErrorCode = ErrorCode> {
  readonly kind: 'stream';
  readonly subject: `rpc.${string}.${string}`;
  readonly request: Dto<Req>;
  readonly chunk: Dto<Chunk>;
  readonly errors: readonly Err[];
  readonly callers: readonly App[];
  readonly heardBy: HeardBy;
}

/** A fact about one person, told after its commit to whoever listens. */
export interface EventContract<Payload extends PersonalFact = any> {
  readonly kind: 'event';
  readonly subject: `event.${string}.${string}`;
  readonly payload: Dto<Payload>;
  /** The applications that may tell it. */
  readonly toldBy: readonly App[];
  /** The applications that handle it, each once. The gateway sees every event besides. */
  readonly handledBy: readonly App[];
}

/** Every event names the person it concerns, so that it can be routed to their open clients. */
export interface PersonalFact {
  user_id: string;
}

export type AnyContract = RpcContract | StreamContract | EventContract;

type NotJson = Date | Map<any, any> | Set<any> | bigint | symbol | ((...args: any[]) => any);
type Wire<T> = T extends NotJson ? never : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;
/** A DTO class all of whose leaves survive JSON; a `Date` in one does not compile. */
type WireDto<T> = Dto<T> &
  ([T] extends [Wire<T>] ? unknown : { notJson: 'use an ISO string, a number or a plain object instead' });

/** Declares a call. `subject` is written here and nowhere else. */
export const rpc = <Req, Res, const Err extends ErrorCode = never>(
  subject: `rpc.${string}.${string}`,
  shape: {
    request: WireDto<Req>;
    response: WireDto<Res>;
    errors?: readonly Err[];
    callers?: readonly App[];
    heardBy?: HeardBy;
    limitMs?: number;
  },
): RpcContract<Req, Res, Err> => ({
  kind: 'rpc',
  subject,
  errors: [],
  callers: DEFAULT_CALLERS,
  heardBy: 'any',
  limitMs: DEFAULT_LIMIT_MS,
  ...shape,
});

/** Declares a call that is answered by a stream of chunks. */
export const stream = <Req, Chunk, const Err extends ErrorCode = never>(
  subject: `rpc.${string}.${string}`,
  shape: {
    request: WireDto<Req>;
    chunk: WireDto<Chunk>;
    errors?: readonly Err[];
    callers?: readonly App[];
    heardBy?: HeardBy;
  },
): StreamContract<Req, Chunk, Err> => ({
  kind: 'stream',
  subject,
  errors: [],
  callers: DEFAULT_CALLERS,
  heardBy: 'any',
  ...shape,
});

/** Declares an event. */
export const event = <Payload extends PersonalFact>(
  subject: `event.${string}.${string}`,
  payload: WireDto<Payload>,
  parties: { toldBy: readonly App[]; handledBy?: readonly App[] },
): EventContract<Payload> => ({ kind: 'event', subject, payload, handledBy: [], ...parties });
