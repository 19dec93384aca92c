import type { JsonObject } from '../../json-value.js';
import { fieldInvalid, fieldMissing } from '../cashfree-errors.js';

/** @throws HttpError 400 when the text is there and breaks the rule; `at` is where the object stands */
export const optionalText = (
  object: JsonObject,
  field: string,
  pattern: RegExp,
  rule: string,
  at = '',
): string | undefined => {
  const value = object[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || !pattern.test(value)) throw fieldInvalid(at + field, rule, value);
  return value;
};

/** @throws HttpError 400 when the text is missing or breaks the rule */
export const requiredText = (
  object: JsonObject,
  field: string,
  pattern: RegExp,
  rule: string,
  at = '',
): string => {
  const value = optionalText(object, field, pattern, rule, at);
  if (value === undefined) throw fieldMissing(at + field);
  return value;
};

/** @throws HttpError 400 when it is missing or not a number */
export const requiredNumber = (object: JsonObject, field: string): number => {
  const value = object[field];
  if (value === undefined || value === null) throw fieldMissing(field);
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw fieldInvalid(field, 'should be a number', value);
  }
  return value;
};
