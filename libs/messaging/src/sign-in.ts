import { nkeyAuthenticator, nkeys, type ConnectionOptions } from '@nats-io/transport-node';
import { ConfigError, type BrokerConfig } from '@saathi/platform';

/**
 * How a process signs in to the broker: with its nkey, or with the user and password (or the token) of
 * the first address.
 * @throws ConfigError when the seed is none
 */
export const signInWith = ({
  NATS_URL,
  NATS_NKEY_SEED,
}: BrokerConfig): Pick<ConnectionOptions, 'authenticator' | 'user' | 'pass' | 'token'> => {
  if (NATS_NKEY_SEED !== undefined) {
    const seed = new TextEncoder().encode(NATS_NKEY_SEED);
    if (!isSeed(seed)) throw new ConfigError(['NATS_NKEY_SEED: is mistyped: its checksum is wrong']);
    return { authenticator: nkeyAuthenticator(seed) };
  }
  const { username, password } = new URL(NATS_URL.split(',')[0] ?? '');
  if (username === '') return {};
  const user = decodeURIComponent(username);
  return password === '' ? { token: user } : { user, pass: decodeURIComponent(password) };
};

/** What is wrong when the broker refuses to let a process in. */
export const notLetIn = ({ NATS_URL, NATS_NKEY_SEED }: BrokerConfig, cause: Error): ConfigError => {
  const byAddress = NATS_NKEY_SEED === undefined && NATS_URL.includes('@');
  const fault = byAddress
    ? 'NATS_URL: the broker refuses its user and password'
    : NATS_NKEY_SEED === undefined
      ? 'NATS_NKEY_SEED: the broker lets nobody in without one'
      : 'NATS_NKEY_SEED: the broker does not know this key';
  return new ConfigError([fault], { cause });
};

const isSeed = (seed: Uint8Array): boolean => {
  try {
    nkeys.fromSeed(seed);
    return true;
  } catch {
    return false;
  }
};
