import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepSecrets, makeSecrets } from './secrets.mjs';

const now = new Date('2026-01-01T00:00:00Z');

describe('makeSecrets', () => {
  it('makes an ES256 key that may sign now and for years', () => {
    const [key] = makeSecrets(now).jwt_keys;
    const data = Buffer.from('x');
    const signature = sign('sha256', data, createPrivateKey(key?.private_pem ?? ''));
    const publicKey = createPublicKey(key?.public_pem ?? '');
    expect(verify('sha256', data, publicKey, signature)).toBe(true);
    expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(new Date(key?.sign_from ?? '') < now).toBe(true);
    expect(new Date(key?.retire_at ?? '').getUTCFullYear()).toBeGreaterThan(2034);
  });

  it('makes a pepper of at least 32 bytes, with an id', () => {
    const [id, secret] = makeSecrets(now).otp_peppers.split(':');
    expect(id).toMatch(/^\w+$/);
    expect(Buffer.from(secret ?? '', 'base64url').length).toBeGreaterThanOrEqual(32);
  });

  it('makes another secret each time', () => {
    expect(makeSecrets(now).postgres_password).not.toBe(makeSecrets(now).postgres_password);
  });
});

describe('keepSecrets', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'saathi-secrets-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps what it has made, for its owner alone', async () => {
    const file = join(folder, 'deep', 'secrets.json');
    const made = await keepSecrets(file);
    expect(await keepSecrets(file)).toEqual(made);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('makes what an earlier version did not have, and what was taken out, and leaves the rest', async () => {
    const file = join(folder, 'secrets.json');
    const { nats_seeds, ...earlier } = await keepSecrets(file);
    writeFileSync(file, JSON.stringify(earlier));
    const updated = await keepSecrets(file);
    expect(updated).toMatchObject(earlier);
    expect(Object.keys(updated.nats_seeds)).toEqual(Object.keys(nats_seeds));
    const { auth, ...others } = updated.nats_seeds;
    writeFileSync(file, JSON.stringify({ ...updated, nats_seeds: others }));
    const rotated = await keepSecrets(file);
    expect(rotated.nats_seeds).toMatchObject(others);
    expect(rotated.nats_seeds.auth).not.toBe(auth);
  });

  it('gives two who ask at once the same', async () => {
    const file = join(folder, 'secrets.json');
    const [one, other] = await Promise.all([keepSecrets(file), keepSecrets(file)]);
    expect(one).toEqual(other);
  });
});
