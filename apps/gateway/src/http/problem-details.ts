import { HttpException } from '@nestjs/common';
import { DomainError, errorCatalog, type ErrorCode } from '@saathi/contracts';

/** An error as a client sees it: RFC 9457, then our own members. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ErrorCode;
  readonly request_id: string;
  readonly [extra: string]: unknown;
}

/** Where a problem happened. */
export interface ProblemPlace {
  readonly base_url: string;
  /** The path, without its query: that may hold what somebody wrote. */
  readonly instance: string;
  readonly request_id: string;
}

/** Any error as a problem document; whatever was not meant for a client becomes `internal`. */
export const toProblem = (
  error: unknown,
  { base_url, instance, request_id }: ProblemPlace,
): ProblemDetails => {
  const { code, detail, extras } = toDomainError(error);
  const { status, title } = errorCatalog[code];
  const ours = {
    type: `${base_url}/problems/${code}`,
    title,
    status,
    detail,
    instance,
    code,
    request_id,
  };
  // Extras come last on paper, but never in place of a member of ours.
  return { ...ours, ...extras, ...ours };
};

/** Finds the entry of the catalogue for an error of ours, of Nest or of Fastify. */
export const toDomainError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  const code = codeOfStatus(statusOf(error));
  return new DomainError(code, DETAILS[code]);
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
};

const codeOfStatus = (status: number): ErrorCode => {
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? 'validation_failed' : 'internal';
};

const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'service_unavailable',
};

const DETAILS: Partial<Record<ErrorCode, string>> = {
  body_too_large: 'The body may have 256 KiB at most.',
  validation_failed: 'The request could not be understood.',
};
