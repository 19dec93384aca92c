import { createService } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { openCaller, type Caller } from '@saathi/testing';
import { generateKeyPairSync } from 'node:crypto';
import { AppModule } from '../src/app.module.js';
import { AuthConfig } from '../src/auth.config.js';

/** The auth service in this process, and somebody who calls it. */
export interface RunningAuth extends Caller {
  readonly stop: () => Promise<void>;
}

const DAY_MS = 86_400_000;

const signingKeys = (): string => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const sign_from = new Date(Date.now() - DAY_MS).toISOString();
  const retire_at = new Date(Date.now() + DAY_MS).toISOString();
  return JSON.stringify([
    { kid: 'test', private_pem: privateKey, public_pem: publicKey, sign_from, retire_at },
  ]);
};

/** @param environment the addresses of Postgres, NATS and the mail server, and what the test changes */
export const startAuth = async (environment: Record<string, string>): Promise<RunningAuth> => {
  const config = loadConfig(AuthConfig, {
    LOG_LEVEL: 'silent',
    JWT_KEYS: signingKeys(),
    OTP_PEPPERS: `one:${'p'.repeat(32)}`,
    ...environment,
  });
  const service = await createService('auth', config, AppModule.with(config));
  await service.listen();
  const caller = await openCaller(config);
  return {
    ...caller,
    stop: async () => {
      await caller.close();
      await service.close();
    },
  };
};
