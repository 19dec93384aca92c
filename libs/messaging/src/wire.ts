import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import { DomainError, isErrorCode, type WireError } from '@saathi/contracts';
import { currentContext, isOutage, vanished } from '@saathi/platform';

/**
 * What travels: a request, an answer, a chunk and an event are the bare JSON of their DTO. What is
 * not the DTO stands in headers, so `nats req rpc.billing.list_plans '{}'` works by hand.
 */
export const HEADER = {
  /** The request a message belongs to. */
  requestId: 'x-request-id',
  /** On an answer: the payload is a `WireError`. On a stream: its last message. */
  error: 'x-error',
  /** On a stream, with an empty payload: the last message, all went well. */
  end: 'x-end',
  /** On a stream, with an empty payload: still at work. */
  alive: 'x-alive',
} as const;

/** The headers that carry the running request's id to the next process. */
export const contextHeaders = (): MsgHdrs | undefined => {
  const context = currentContext();
  return context === undefined ? undefined : headerOf(HEADER.requestId, context.request_id);
};

/** Headers with one entry. */
export const headerOf = (name: string, value: string): MsgHdrs => {
  const result = headers();
  result.set(name, value);
  return result;
};

/** What is told of an error to another process: nothing but what was meant for a client. */
export const toWireError = (error: unknown): WireError => {
  if (error instanceof DomainError) return { code: error.code, detail: error.detail, extras: error.extras };
  const { code, detail } = meaningOf(error);
  return { code, detail, extras: {} };
};

const meaningOf = (error: unknown): DomainError => {
  if (isOutage(error))
    return new DomainError('service_unavailable', 'A part of the service is away; try again in a moment.');
  switch (vanished(error)) {
    case 'person':
      return new DomainError('unauthorized', 'This account was deleted.');
    case 'thing':
      return new DomainError('not_found', 'It was deleted in the meantime.');
    case undefined:
      return new DomainError('internal');
  }
};

/** Makes the error again that the other process threw. */
export const fromWireError = (message: Msg): DomainError => {
  const { code, detail, extras } = message.json<Partial<WireError>>();
  return isErrorCode(code) ? new DomainError(code, detail, extras) : new DomainError('internal');
};

/** Whether the broker answered that nobody listens on the subject. */
export const isNoResponders = (message: Msg): boolean => message.headers?.code === 503;

/** What a caller is told when a service does not answer, or no more. */
export const unanswered = (detail: string, cause?: unknown): DomainError =>
  new DomainError('service_unavailable', `${detail} Try again in a moment.`, { retry_after: 1 }, { cause });
