import type { OutgoingHttpHeaders } from 'node:http';

/** An answer other than success. Without a `body` the stand-in's own error shape is used. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly answer: { readonly body?: unknown; readonly headers?: OutgoingHttpHeaders } = {},
  ) {
    super(message);
  }
}
