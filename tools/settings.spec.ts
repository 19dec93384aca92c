import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeSecrets } from './secrets.mjs';
import { known, settingsFor, standInsFor, systemVariables } from './settings.mjs';
import { localAddresses } from './start/local-addresses.mjs';
import { portsFor } from './ports.mjs';

const secrets = makeSecrets(new Date('2026-01-01T00:00:00Z'));
const addresses = localAddresses({
  ports: portsFor({}),
  databaseUrl: 'postgres://owner@127.0.0.1:3015/saathi',
  natsUrl: 'nats://127.0.0.1:3016',
  ownNats: true,
  roles: true,
});
const settle = (environment: Record<string, string>) => settingsFor(environment, { addresses, secrets });

describe('who may know what', () => {
  const { apps } = settle({
    OPENAI_API_KEY: 'sk-model',
    CASHFREE_CLIENT_ID: 'id',
    CASHFREE_CLIENT_SECRET: 'cash-secret',
    SMTP_URL: 'smtps://user:pass@mail.example',
    OTP_TTL_SECONDS: '300',
    UNRELATED: 'x',
  });

  it('keeps each secret to those who use it', () => {
    const knowers = (text: string) =>
      Object.entries(apps)
        .filter(([, variables]) => JSON.stringify(variables).includes(text))
        .map(([app]) => app);
    expect(knowers('sk-model')).toEqual(['conversation', 'summary']);
    expect(knowers('cash-secret')).toEqual(['billing']);
    expect(knowers('user:pass')).toEqual(['auth']);
    expect(knowers('BEGIN PRIVATE KEY')).toEqual(['auth']);
    expect(knowers('UNRELATED')).toEqual([]);
  });

  it('tells the gateway nothing of the database', () => {
    expect(Object.keys(apps.gateway).sort()).toEqual([
      'CASHFREE_JS_URL',
      'NATS_NKEY_SEED',
      'NATS_URL',
      'NODE_ENV',
      'PORT',
      'PUBLIC_BASE_URL',
    ]);
  });

  it('gives each service its own role and health port', () => {
    expect(apps.summary).toMatchObject({ DATABASE_ROLE: 'saathi_summary', HEALTH_PORT: '3003' });
    expect(apps.billing).toMatchObject({ DATABASE_ROLE: 'saathi_billing', HEALTH_PORT: '3004' });
  });
});

describe('the broker', () => {
  const seedsOf = ({ apps }: ReturnType<typeof settle>) =>
    Object.fromEntries(Object.entries(apps).map(([app, variables]) => [app, variables['NATS_NKEY_SEED']]));

  it('is signed in to by each with its own key', () => {
    expect(seedsOf(settle({}))).toEqual(secrets.nats_seeds);
  });

  it('takes a key that is set for the one that was made', () => {
    const given = makeSecrets(new Date()).nats_seeds.auth;
    const seeds = seedsOf(settle({ NATS_NKEY_SEED_AUTH: given, NATS_NKEY_SEED_SUMMARY: '' }));
    expect(seeds).toEqual({ ...secrets.nats_seeds, auth: given });
  });

  it('of somebody else is told no key but those that are set', () => {
    const elsewhere = { addresses: { ...addresses, own_nats: false }, secrets };
    const seeds = seedsOf(settingsFor({ NATS_NKEY_SEED_BILLING: 'SUX' }, elsewhere));
    expect(Object.values(seeds).filter((seed) => seed !== undefined)).toEqual(['SUX']);
    expect(seeds['billing']).toBe('SUX');
  });
});

describe('the model', () => {
  it.each([
    [{}, { OPENAI_BASE_URL: 'http://127.0.0.1:3011/v1', OPENAI_API_KEY: 'stand-in' }],
    [{ OPENAI_API_KEY: 'sk' }, { OPENAI_BASE_URL: 'https://api.openai.com/v1', OPENAI_API_KEY: 'sk' }],
    [{ OPENAI_BASE_URL: 'http://own/v1' }, { OPENAI_BASE_URL: 'http://own/v1', OPENAI_API_KEY: 'none' }],
    [{ OPENAI_API_KEY: '' }, { OPENAI_API_KEY: 'stand-in' }],
  ])('%j', (environment, expected) => {
    expect(settle(environment).apps.conversation).toMatchObject(expected);
  });
});

describe('calls', () => {
  const voiceOf = (environment: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(settle(environment).apps.conversation).filter(([name]) =>
        /^SPEECH_|TRANSCRIBE|_SPEECH_/.test(name),
      ),
    );

  it('are heard and spoken by a stand-in beside the one of the model', () => {
    expect(voiceOf({})).toEqual({
      SPEECH_BASE_URL: 'http://127.0.0.1:3010/v1',
      SPEECH_API_KEY: 'stand-in',
      OPENAI_TRANSCRIBE_MODEL: 'stand-in-ear',
      OPENAI_SPEECH_MODEL: 'stand-in-mouth',
    });
  });

  it.each([[{ OPENAI_API_KEY: 'sk' }], [{ OPENAI_BASE_URL: 'http://own/v1' }]])(
    'send no sound anywhere with %j alone',
    (environment) => {
      expect(voiceOf(environment)).toEqual({});
    },
  );

  it('are heard and spoken where the settings say', () => {
    const own = {
      SPEECH_BASE_URL: 'http://own/v1',
      OPENAI_TRANSCRIBE_MODEL: 'ear',
      OPENAI_SPEECH_MODEL: 'mouth',
    };
    expect(voiceOf(own)).toEqual(own);
    expect(settle(own).standIns).not.toContain('voice');
  });
});

describe('payments', () => {
  it('are played when there is neither an account nor an address', () => {
    expect(settle({}).apps.billing).toMatchObject({
      CASHFREE_BASE_URL: 'http://127.0.0.1:3012/pg',
      CASHFREE_CLIENT_ID: 'stand-in',
      CASHFREE_CLIENT_SECRET: 'stand-in-secret',
      CASHFREE_WEBHOOK_SECRETS: 'stand-in-secret',
      CASHFREE_JS_URL: 'http://127.0.0.1:3012/cashfree.js',
      CASHFREE_CHECKOUT_URL: 'http://127.0.0.1:3012/checkout/{payment_session_id}',
    });
  });

  it('go to the sandbox with an account alone', () => {
    const { billing } = settle({ CASHFREE_CLIENT_ID: 'id', CASHFREE_CLIENT_SECRET: 'secret' }).apps;
    expect(billing).toMatchObject({
      CASHFREE_BASE_URL: 'https://sandbox.cashfree.com/pg',
      CASHFREE_WEBHOOK_SECRETS: 'secret',
      CASHFREE_JS_URL: 'https://sdk.cashfree.com/js/v3/cashfree.js',
    });
    expect(billing).not.toHaveProperty('CASHFREE_CHECKOUT_URL');
  });

  it('go where an address alone says', () => {
    expect(settle({ CASHFREE_BASE_URL: 'http://own/pg' }).apps.billing).toMatchObject({
      CASHFREE_BASE_URL: 'http://own/pg',
      CASHFREE_CLIENT_ID: 'stand-in',
      CASHFREE_CLIENT_SECRET: 'stand-in-secret',
    });
  });
});

describe('stand-ins', () => {
  it.each([
    [{}, ['model', 'voice', 'cashfree', 'mail']],
    [{ OPENAI_BASE_URL: 'http://own/v1', SMTP_URL: 'smtp://own' }, ['cashfree']],
    [{ OPENAI_API_KEY: 'sk', CASHFREE_CLIENT_ID: 'id', SMTP_URL: 'smtp://own' }, []],
  ])('for %j: %j', (environment, expected) => {
    expect(standInsFor(environment)).toEqual(expected);
    expect(settle(environment).standIns).toEqual(expected);
  });
});

describe('the rest of the environment', () => {
  it('lets a set variable win over what is made', () => {
    const { auth, gateway } = settle({ JWT_KEYS: '[]', PUBLIC_BASE_URL: 'https://saathi.example' }).apps;
    expect(auth['JWT_KEYS']).toBe('[]');
    expect(gateway['PUBLIC_BASE_URL']).toBe('https://saathi.example');
  });

  it('hands on what Node needs and nothing else', () => {
    expect(systemVariables({ PATH: '/bin', HOME: '/home/me', AWS_SECRET: 'x' })).toEqual({
      PATH: '/bin',
      HOME: '/home/me',
    });
  });
});

it('docker-compose.yml hands every single variable to the settings job', () => {
  const compose = readFileSync(join(import.meta.dirname, '..', 'docker-compose.yml'), 'utf8');
  const single = Object.values(known)
    .flat()
    .filter((name) => !name.endsWith('_'));
  expect(single.filter((name) => !new RegExp(`^ +- ${name}$`, 'm').test(compose))).toEqual([]);
});
