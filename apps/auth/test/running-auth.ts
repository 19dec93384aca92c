import { NestFactory } from '@nestjs/core';
import { events } from '@saathi/contracts';
import { createService, EventFeed, MessagingModule, RpcClient, type FeedItem } from '@saathi/messaging';
import { loadConfig } from '@saathi/platform';
import { generateKeyPairSync } from 'node:crypto';
import { AppModule } from '../src/app.module.js';
import { AuthConfig } from '../src/auth.config.js';

/** The auth service in this process, and somebody who calls it. */
export interface RunningAuth {
  readonly rpc: RpcClient;
  /** Every event since the start, oldest first. */
  readonly told: readonly FeedItem[];
  /** Subjects of the events about a person that the broker still keeps. */
  readonly replay: (userId: string) => Promise<string[]>;
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
  const caller = await NestFactory.createApplicationContext(MessagingModule.forApp('caller', config), {
    logger: false,
  });
  const told: FeedItem[] = [];
  await caller.get(EventFeed).follow(new Date(), (item) => told.push(item));
  return {
    rpc: caller.get(RpcClient),
    told,
    replay: async (userId) =>
      (await caller.get(EventFeed).replay(userId, 0, Object.values(events))).map(({ subject }) => subject),
    stop: async () => {
      await caller.close();
      await service.close();
    },
  };
};
