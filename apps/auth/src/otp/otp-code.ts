import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Pepper } from './peppers.js';

/** What a code is bound to: without the challenge it is worth nothing. */
export interface CodeBinding {
  readonly challenge_id: string;
  readonly email: string;
}

/** A random code, leading zeros kept. */
export const makeCode = (digits: number): string =>
  randomInt(0, 10 ** digits)
    .toString()
    .padStart(digits, '0');

/** ASCII digits from what was typed: Hindi keyboards write १२३, people add spaces and hyphens. */
export const normaliseCode = (typed: string): string =>
  typed.replace(/[\s-]/gu, '').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));

/** What is stored of a code: `v1$<pepper id>$<HMAC-SHA256 in hex>`. */
export const digestCode = (code: string, { challenge_id, email }: CodeBinding, pepper: Pepper): string => {
  const digest = createHmac('sha256', pepper.secret).update(`${challenge_id}|${email}|${code}`).digest('hex');
  return `v1$${pepper.id}$${digest}`;
};

/**
 * Which of the stored digests the code belongs to, or undefined. All are compared, each in constant
 * time, and one comparison is made even when there are none.
 */
export const findDigest = (
  code: string,
  binding: CodeBinding,
  digests: readonly string[],
  peppers: readonly Pepper[],
): number | undefined => {
  let found: number | undefined;
  for (const pepper of peppers) {
    const wanted = Buffer.from(digestCode(code, binding, pepper));
    const candidates = digests.length === 0 ? [wanted.toString().replace(/.$/, 'x')] : digests;
    candidates.forEach((digest, index) => {
      const stored = Buffer.from(digest);
      if (stored.length === wanted.length && timingSafeEqual(stored, wanted)) found = index;
    });
  }
  return found;
};

// Unicode keeps the ten digits of every script together and in order; where several such rows follow
// each other (the mathematical digits), their zeros are ten apart. So the value is the distance to the
// beginning of the rows, modulo ten.
const digitValue = (digit: string): number => {
  const point = digit.codePointAt(0) ?? 0;
  let distance = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - distance - 1))) distance += 1;
  return distance % 10;
};
