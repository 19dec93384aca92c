import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A key pair of the access tokens. Several overlap while one takes over from another. */
export class SigningKey {
  constructor(
    readonly kid: string,
    /** Absent on a key that is only still verified. */
    readonly private_key: KeyObject | undefined,
    readonly public_key: KeyObject,
    readonly sign_from: Date,
    readonly retire_at: Date,
  ) {}
}

/** Reads the JSON list of `JWT_KEYS`; what cannot be read is left for the validator to refuse. */
export const ToSigningKeys = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    try {
      const list: unknown = JSON.parse(String(value));
      return Array.isArray(list) ? list.map(parseKey) : undefined;
    } catch {
      return undefined;
    }
  });

/** At least one ES256 key, and one that may sign now. */
export const IsSigningKeyList = (): PropertyDecorator =>
  ValidateBy({
    name: 'isSigningKeyList',
    validator: {
      validate: (value: unknown) =>
        isKeyList(value) && hasDistinctIds(value) && currentKey(value, new Date()) !== undefined,
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be a JSON list of {kid, private_pem, public_pem, sign_from, retire_at} of P-256 keys, one of which may sign now`,
      ),
    },
  });

/** The key to sign with: of those whose time has come, the newest. */
export const currentKey = (keys: readonly SigningKey[], now: Date): SigningKey | undefined =>
  keys
    .filter((key) => key.private_key !== undefined && key.sign_from <= now && now < key.retire_at)
    .toSorted((one, other) => other.sign_from.getTime() - one.sign_from.getTime())
    .at(0);

/** The keys to show to verifiers. Those to come are among them, so that caches know them in time. */
export const publishedKeys = (keys: readonly SigningKey[], now: Date): SigningKey[] =>
  keys.filter((key) => now < key.retire_at);

const isKeyList = (value: unknown): value is SigningKey[] =>
  Array.isArray(value) && value.every((item) => item instanceof SigningKey);

const hasDistinctIds = (keys: readonly SigningKey[]): boolean =>
  keys.every(({ kid }) => kid !== '') && new Set(keys.map(({ kid }) => kid)).size === keys.length;

const parseKey = (item: Partial<Record<string, string>>): SigningKey => {
  const publicKey = createPublicKey(item['public_pem'] ?? '');
  const privateKey = item['private_pem'] === undefined ? undefined : createPrivateKey(item['private_pem']);
  if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('not a P-256 key');
  if (privateKey !== undefined && !createPublicKey(privateKey).equals(publicKey)) {
    throw new Error('the halves of two pairs');
  }
  return new SigningKey(
    item['kid'] ?? '',
    privateKey,
    publicKey,
    new Date(item['sign_from'] ?? ''),
    new Date(item['retire_at'] ?? ''),
  );
};
