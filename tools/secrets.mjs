import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { withLock } from './lock-file.mjs';
import { makeSeed } from './nats/nkey.mjs';

const YEAR_MS = 365.25 * 24 * 3600 * 1000;

/**
 * What is made once and then kept.
 * @typedef {object} Secrets
 * @property {readonly JwtKey[]} jwt_keys ES256
 * @property {string} otp_peppers `id:secret`
 * @property {string} postgres_password of the owner
 * @property {Readonly<Record<string, string>>} logins passwords of the applications' own database logins
 * @property {import('./nats/access.mjs').Seeds} nats_seeds keys of the applications at the broker
 *
 * @typedef {{ readonly kid: string, readonly private_pem: string, readonly public_pem: string,
 *   readonly sign_from: string, readonly retire_at: string }} JwtKey
 */

/**
 * Makes new secrets.
 * @param {Date} now
 * @returns {Secrets}
 */
export const makeSecrets = (now) => ({
  jwt_keys: [makeJwtKey(now)],
  otp_peppers: `1:${randomText(32)}`,
  postgres_password: randomText(24),
  logins: Object.fromEntries(
    ['auth', 'conversation', 'summary', 'billing'].map((app) => [app, randomText(24)]),
  ),
  nats_seeds: {
    gateway: makeSeed(),
    auth: makeSeed(),
    conversation: makeSeed(),
    summary: makeSeed(),
    billing: makeSeed(),
  },
});

/**
 * Reads the secrets of a file, and makes those that are missing: all when there is no file yet, some after an
 * update or when one was taken out to be changed. Two who do so at once get the same.
 * @param {string} file
 * @returns {Promise<Secrets>}
 */
export const keepSecrets = (file) =>
  withLock(`${file}.lock`, () => {
    const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const made = makeSecrets(new Date());
    const secrets = {
      ...made,
      ...kept,
      logins: { ...made.logins, ...kept.logins },
      nats_seeds: { ...made.nats_seeds, ...kept.nats_seeds },
    };
    if (!isDeepStrictEqual(secrets, kept)) {
      const unfinished = `${file}.unfinished`;
      writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
      renameSync(unfinished, file);
    }
    return secrets;
  });

/**
 * @param {Date} now
 * @returns {JwtKey}
 */
const makeJwtKey = (now) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid: randomText(6),
    private_pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    public_pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    // A little earlier, for clocks that do not quite agree.
    sign_from: new Date(now.getTime() - 60_000).toISOString(),
    retire_at: new Date(now.getTime() + 10 * YEAR_MS).toISOString(),
  };
};

/** @param {number} bytes */
const randomText = (bytes) => randomBytes(bytes).toString('base64url');
