import { HttpError } from '../http-error.js';

type ErrorType =
  'invalid_request_error' | 'authentication_error' | 'idempotency_error' | 'rate_limit_error' | 'api_error';

const cashfreeError = (status: number, message: string, code: string, type: ErrorType): HttpError =>
  new HttpError(status, message, { body: { message, code, type } });

/** Cashfree's shape for what goes wrong before a handler is reached. */
export const describeCashfreeError = (status: number, message: string): unknown => ({
  message,
  code: 'request_failed',
  type: status >= 500 ? 'api_error' : 'invalid_request_error',
});

export const versionMissing = (): HttpError =>
  cashfreeError(400, 'version is missing in header', 'request_failed', 'invalid_request_error');

export const versionUnknown = (version: string): HttpError =>
  cashfreeError(
    400,
    `version ${version} is not spoken by the stand-in`,
    'request_failed',
    'invalid_request_error',
  );

export const authenticationFailed = (): HttpError =>
  cashfreeError(401, 'authentication Failed', 'request_failed', 'authentication_error');

export const fieldMissing = (field: string): HttpError =>
  cashfreeError(
    400,
    `${field} : is missing in the request. Value received: `,
    `${field}_missing`,
    'invalid_request_error',
  );

export const fieldInvalid = (field: string, rule: string, value: unknown): HttpError =>
  cashfreeError(
    400,
    `${field} : ${rule}. Value received: ${JSON.stringify(value)}`,
    `${field}_invalid`,
    'invalid_request_error',
  );

export const orderNotFound = (): HttpError =>
  cashfreeError(404, 'Order Reference Id does not exist', 'order_not_found', 'invalid_request_error');

export const orderExists = (): HttpError =>
  cashfreeError(
    409,
    'order with same id is already present',
    'order_already_exists',
    'invalid_request_error',
  );

export const orderNotActive = (): HttpError =>
  cashfreeError(
    400,
    'order is not active, so it cannot be terminated',
    'order_not_active',
    'invalid_request_error',
  );

export const refundNotFound = (): HttpError =>
  cashfreeError(404, 'refund not found', 'refund_not_found', 'invalid_request_error');

export const refundExists = (): HttpError =>
  cashfreeError(
    409,
    'refund with same id is already present',
    'refund_already_exists',
    'invalid_request_error',
  );

export const refundRefused = (reason: string): HttpError =>
  cashfreeError(400, reason, 'refund_post_failed', 'invalid_request_error');

export const idempotencyKeyReused = (): HttpError =>
  cashfreeError(422, 'x-idempotency-key was used with another body', 'request_invalid', 'idempotency_error');

export const tooManyRequests = (): HttpError =>
  cashfreeError(429, 'Too many requests from IP. Check headers', 'request_failed', 'rate_limit_error');

export const internalError = (): HttpError =>
  cashfreeError(500, 'internal Server Error', 'internal_error', 'api_error');
