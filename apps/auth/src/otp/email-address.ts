import { DomainError } from '@saathi/contracts';
import { domainToASCII } from 'node:url';

const MAX_BYTES = 254;
const MAX_LOCAL_BYTES = 64;
const ASCII_LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
// The last label is letters, or letters of another script (xn--): digits there would make it an IP address.
const DOMAIN =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{Nd}.。．｡-]+$/u;
// Control and format characters, white space, private and unassigned ones, and what ASCII reserves.
const UNUSABLE_IN_LOCAL = /[\p{C}\p{Z}"(),:;<>@[\\\]]/u;

/**
 * The one form of an address that is stored, compared and written to. Another string is another
 * person: `+tag` and dots are kept.
 * @throws DomainError `email_invalid`
 */
export const canonicalEmail = (typed: string): string => {
  const parts = typed.trim().split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || local === undefined || domain === undefined) throw invalid();
  const address = `${canonicalLocal(local)}@${canonicalDomain(domain)}`;
  if (Buffer.byteLength(address) > MAX_BYTES) throw invalid();
  return address;
};

const canonicalLocal = (local: string): string => {
  if (Buffer.byteLength(local) > MAX_LOCAL_BYTES) throw invalid();
  if (isAscii(local)) {
    const lower = asciiLower(local);
    if (!ASCII_LOCAL.test(lower)) throw invalid();
    return lower;
  }
  // Indian addresses such as राम@डाटामेल.भारत exist. A local part that only looks like an ASCII one
  // (K for the KELVIN SIGN) would let one person pass for another.
  const composed = asciiLower(local.normalize('NFC'));
  if (UNUSABLE_IN_LOCAL.test(composed) || isAscii(composed.normalize('NFKC'))) throw invalid();
  return composed;
};

const canonicalDomain = (domain: string): string => {
  // domainToASCII() reads a domain as a browser's address bar would, and forgives far too much.
  if (!WRITTEN_DOMAIN.test(domain)) throw invalid();
  const ascii = domainToASCII(domain);
  if (!DOMAIN.test(ascii)) throw invalid();
  return ascii;
};

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

// Not toLowerCase(): that also folds characters outside ASCII onto letters inside it.
const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const invalid = (): DomainError =>
  new DomainError('email_invalid', 'Check the address: it should look like name@example.com.');
