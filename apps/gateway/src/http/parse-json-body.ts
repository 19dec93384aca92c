import { DomainError } from '@saathi/contracts';
import { hasUnusableCharacters, UNUSABLE_CHARACTERS } from './unusable-text.js';

/** Deeper than anything this API takes, and shallow enough that no recursion overflows. */
const MAX_DEPTH = 32;
/** More than any list or object of this API has, all of them together. */
const MAX_MEMBERS = 2000;

/**
 * Parses a JSON body. Its depth and its members are counted before it is parsed: validation walks
 * recursively, so a few kilobytes of brackets would overflow the stack, and looks at every member.
 * @returns undefined for an empty body
 * @throws DomainError `validation_failed`
 */
export const parseJsonBody = (bytes: Buffer): unknown => {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  const { depth, members } = extentOf(text);
  if (depth > MAX_DEPTH) throw invalid(`The body is nested deeper than ${String(MAX_DEPTH)} levels.`);
  if (members > MAX_MEMBERS) throw invalid(`The body has more than ${String(MAX_MEMBERS)} members.`);
  const value = parse(text);
  // Only an escape can bring in what a JSON text may not hold in plain sight.
  const escapes = text.includes('\\u');
  if (escapes && containsUnusable(value)) throw invalid(UNUSABLE_CHARACTERS);
  if ((escapes || text.includes('__proto__')) && containsProto(value))
    throw invalid('The body must not have a member __proto__.');
  return value;
};

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('The body is not UTF-8.');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON.');
  }
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** How deep arrays and objects of a JSON text go and how much they hold, whether or not it is well-formed. */
const extentOf = (text: string): { depth: number; members: number } => {
  let open = 0;
  let depth = 0;
  let members = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (quoted) {
      if (unit === BACKSLASH) index += 1;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) quoted = true;
    else if (unit === COMMA) members += 1;
    else if (OPENING.has(unit)) depth = Math.max(depth, (open += 1));
    else if (CLOSING.has(unit)) open -= 1;
  }
  return { depth, members };
};

const containsUnusable = (value: unknown): boolean => {
  if (typeof value === 'string') return hasUnusableCharacters(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) => hasUnusableCharacters(key) || containsUnusable(member),
  );
};

const containsProto = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(containsProto));

const invalid = (detail: string): DomainError =>
  new DomainError('validation_failed', detail, { errors: [{ path: '', message: detail }] });
