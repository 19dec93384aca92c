import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '@saathi/platform';
import { generateKeyPairSync } from 'node:crypto';
import { currentKey, IsSigningKeyList, publishedKeys, SigningKey, ToSigningKeys } from './signing-keys.js';

class KeysConfig {
  @ToSigningKeys()
  @IsSigningKeyList()
  JWT_KEYS!: readonly SigningKey[];
}

const pemsOf = (namedCurve: string): { private_pem: string; public_pem: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return {
    private_pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    public_pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

const pems = pemsOf('P-256');
const always = { sign_from: '2020-01-01T00:00:00Z', retire_at: '2999-01-01T00:00:00Z' };
const read = (keys: unknown): readonly SigningKey[] =>
  loadConfig(KeysConfig, { JWT_KEYS: typeof keys === 'string' ? keys : JSON.stringify(keys) }).JWT_KEYS;

describe('the signing keys of a process', () => {
  it('are read from JSON', () => {
    const [key] = read([{ kid: 'a', ...pems, ...always }]);
    expect(key).toMatchObject({
      kid: 'a',
      sign_from: new Date('2020-01-01'),
      retire_at: new Date('2999-01-01'),
    });
    expect(key?.private_key?.type).toBe('private');
    expect(key?.public_key.type).toBe('public');
  });

  it('may have some that only verify', () => {
    const { public_pem } = pems;
    const keys = read([
      { kid: 'old', public_pem, ...always },
      { kid: 'new', ...pems, ...always },
    ]);
    expect(keys.map((key) => key.private_key?.type)).toEqual([undefined, 'private']);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'hello'],
    ['no list', { kid: 'a' }],
    ['an empty list', []],
    ['another curve', [{ kid: 'a', ...pemsOf('P-384'), ...always }]],
    ['no public key', [{ kid: 'a', private_pem: pems.private_pem, ...always }]],
    ['a torn private key', [{ kid: 'a', ...pems, private_pem: pems.private_pem.slice(0, 60), ...always }]],
    ['none that may sign', [{ kid: 'a', public_pem: pems.public_pem, ...always }]],
    ['none whose time has come', [{ kid: 'a', ...pems, ...always, sign_from: '2998-01-01T00:00:00Z' }]],
    ['all retired', [{ kid: 'a', ...pems, ...always, retire_at: '2021-01-01T00:00:00Z' }]],
    ['no dates', [{ kid: 'a', ...pems }]],
    ['no id', [{ ...pems, ...always }]],
    [
      'the same id twice',
      [
        { kid: 'a', ...pems, ...always },
        { kid: 'a', ...pemsOf('P-256'), ...always },
      ],
    ],
    ['halves of two pairs', [{ kid: 'a', ...pems, private_pem: pemsOf('P-256').private_pem, ...always }]],
  ])('are refused with %s', (_what, keys) => {
    expect(() => read(keys)).toThrow(ConfigError);
  });

  it('are refused without a word of them', () => {
    const keys = [{ kid: 'a', ...pems, ...always, retire_at: '2021-01-01T00:00:00Z' }];
    expect(() => read(keys)).not.toThrow(/BEGIN PRIVATE/);
  });
});

const [template] = read([{ kid: 'x', ...pems, ...always }]);
const key = (kid: string, from: string, until: string, verifiesOnly = false): SigningKey =>
  new SigningKey(
    kid,
    verifiesOnly ? undefined : template?.private_key,
    (template as SigningKey).public_key,
    new Date(`2026-01-${from}T00:00:00Z`),
    new Date(`2026-01-${until}T00:00:00Z`),
  );

describe('the key to sign with', () => {
  const keys = [
    key('a', '01', '10'),
    key('b', '05', '15'),
    key('verify', '06', '20', true),
    key('c', '12', '25'),
  ];

  it.each([
    ['02', 'a'],
    ['05', 'b'],
    ['11', 'b'],
    ['12', 'c'],
    ['24', 'c'],
    ['25', undefined],
  ])('on the %s is %s: the newest whose time has come', (day, kid) => {
    expect(currentKey(keys, new Date(`2026-01-${day}T00:00:00Z`))?.kid).toBe(kid);
  });

  it('is never one that only verifies', () => {
    expect(currentKey([key('verify', '01', '20', true)], new Date('2026-01-05'))).toBeUndefined();
  });
});

describe('the published keys', () => {
  it('are those to come as well, and no more those that are retired', () => {
    const keys = [key('gone', '01', '03'), key('now', '02', '20'), key('soon', '10', '20')];
    expect(publishedKeys(keys, new Date('2026-01-03T00:00:00Z')).map(({ kid }) => kid)).toEqual([
      'now',
      'soon',
    ]);
  });
});
