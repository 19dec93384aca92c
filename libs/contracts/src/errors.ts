/**
 * Every way a request can fail that a client may branch on. `title` is English and fixed per code;
 * what happened in the single case stands in `detail`.
 */
export const errorCatalog = {
  validation_failed: { status: 400, title: 'The request did not pass validation' },
  email_invalid: { status: 400, title: 'This is not a usable e-mail address' },
  unauthorized: { status: 401, title: 'Sign in first' },
  otp_invalid: { status: 401, title: 'The code is wrong or has expired' },
  registration_token_invalid: { status: 401, title: 'The registration has expired or was used' },
  refresh_invalid: { status: 401, title: 'This login has ended' },
  refresh_reused: { status: 401, title: 'This login was ended because its token was used twice' },
  signature_invalid: { status: 401, title: 'The signature does not match' },
  stale_timestamp: { status: 401, title: 'The timestamp is too far from now' },
  paywall_messages: { status: 402, title: 'The free messages are used up' },
  paywall_call_seconds: { status: 402, title: 'The free call time is used up' },
  forbidden: { status: 403, title: 'This is not allowed' },
  adult_required: { status: 403, title: 'Saathi is for adults' },
  not_found: { status: 404, title: 'There is no such thing here' },
  method_not_allowed: { status: 405, title: 'This route has no such method' },
  session_ended: { status: 409, title: 'This session has ended' },
  reply_in_progress: { status: 409, title: 'A reply is still being written' },
  call_in_progress: { status: 409, title: 'Another call is running' },
  nothing_to_regenerate: { status: 409, title: 'There is no reply to make again' },
  nothing_to_undo: { status: 409, title: 'There is no change to take back' },
  idempotency_key_reused: { status: 409, title: 'This Idempotency-Key was used for another request' },
  body_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'Send application/json' },
  otp_attempts_exceeded: { status: 429, title: 'Too many wrong codes' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  payment_provider_unavailable: { status: 502, title: 'The payment provider is not answering' },
  model_unavailable: { status: 503, title: 'The companion cannot answer right now' },
  service_unavailable: { status: 503, title: 'A part of the service is not answering' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCatalog;

/** Tells whether a value from outside names an entry of the catalogue. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCatalog, value);

/**
 * What a service throws when a request cannot be answered. `detail` may be shown to the person and
 * must not quote what they wrote; `extras` become members of the problem document.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string = errorCatalog[code].title,
    readonly extras: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'DomainError';
  }
}

/** How an error travels between processes. */
export interface WireError {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly extras: Readonly<Record<string, unknown>>;
}

/** One member of a validation problem's `errors`. */
export interface FieldError {
  /** Where in the body, in dots and indexes: `boundaries.0`. */
  readonly path: string;
  readonly message: string;
}
