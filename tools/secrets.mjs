import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const YEAR_MS = 365.25 * 24 * 3600 * 1000;

/**
 * What is made once and then kept.
 * @typedef {object} Secrets
 * @property {readonly JwtKey[]} jwt_keys ES256
 * @property {string} otp_peppers `id:secret`
 * @property {string} postgres_password of the owner
 * @property {Readonly<Record<string, string>>} logins passwords of the applications' own database logins
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
});

/**
 * Reads the secrets of a file; makes them when it does not exist. Two who do so at once get the same.
 * @param {string} file
 * @returns {Secrets}
 */
export const keepSecrets = (file) => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(makeSecrets(new Date()), null, 2)}\n`, { mode: 0o600 });
    try {
      linkSync(unfinished, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
    rmSync(unfinished);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
};

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
