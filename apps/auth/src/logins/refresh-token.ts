import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A fresh refresh token: 256 random bits. */
export const makeRefreshToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. It has 256 bits of its own, so a plain digest is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The key that successors are derived with, from a secret of the server. */
export const successionKey = (serverSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', serverSecret, '', 'saathi refresh token succession', 32));

/**
 * The one token that may follow a token. Because it is always the same one, a client whose answer was
 * lost, or whose three tabs refresh at once, gets it again, and no token has to be stored in clear.
 */
export const successorOf = (token: string, salt: Buffer, key: Buffer): string =>
  createHmac('sha256', key).update(salt).update('|').update(token).digest('base64url');
