import { isObject } from '../../json-value.js';

const MONEY = /_(?:amount|charge|tax)$/;

/**
 * JSON with money written as Cashfree writes it, `49.00`: whoever parses and serialises it again
 * gets another text, and so another signature.
 */
export const amountsJson = (value: unknown, key = ''): string => {
  if (typeof value === 'number' && MONEY.test(key)) return value.toFixed(2);
  if (Array.isArray(value)) return `[${value.map((item) => amountsJson(item)).join(',')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${amountsJson(member, name)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};
