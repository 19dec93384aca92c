import { Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A key pair of the access tokens. Several overlap while one takes over from another. */
export interface SigningKey {
  readonly kid: string;
  /** Absent on a key that is only still verified. */
  readonly private_key: KeyObject | undefined;
  readonly public_key: KeyObject;
  readonly sign_from: Date;
  readonly retire_at: Date;
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
        Array.isArray(value) && currentKey(value as SigningKey[], new Date()) !== undefined,
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

const parseKey = (item: Record<string, unknown>): SigningKey => {
  const key: SigningKey = {
    kid: String(item['kid']),
    private_key:
      item['private_pem'] === undefined ? undefined : createPrivateKey(String(item['private_pem'])),
    public_key: createPublicKey(String(item['public_pem'])),
    sign_from: new Date(String(item['sign_from'])),
    retire_at: new Date(String(item['retire_at'])),
  };
  if (key.public_key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('not a P-256 key');
  return key;
};
