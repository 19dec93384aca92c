import { describe, expect, it } from '@jest/globals';
import { apps } from '@saathi/contracts';
import { configVariables, type ConfigClass } from '@saathi/platform';
import { readFileSync } from 'node:fs';
import { AuthConfig } from '../../apps/auth/src/auth.config.js';
import { BillingConfig } from '../../apps/billing/src/billing.config.js';
import { ConversationConfig } from '../../apps/conversation/src/conversation.config.js';
import { GatewayConfig } from '../../apps/gateway/src/gateway.config.js';
import { SummaryConfig } from '../../apps/summary/src/summary.config.js';
import { isAmong, known, type App } from '../../tools/settings.mjs';

const classes: Record<App, ConfigClass<object>> = {
  gateway: GatewayConfig,
  auth: AuthConfig,
  conversation: ConversationConfig,
  summary: SummaryConfig,
  billing: BillingConfig,
};

/** What the starter reads for itself. */
const STARTER = [
  'SAATHI_POSTGRES_PORT',
  'SAATHI_NATS_PORT',
  ...apps.map((app) => `NATS_NKEY_SEED_${app.toUpperCase()}`),
];
/** What the starter makes for each process, whatever stands in the environment. */
const MADE = [
  'DATABASE_URL',
  'DATABASE_ROLE',
  'HEALTH_PORT',
  'NATS_URL',
  'NATS_NKEY_SEED',
  'PORT',
  'PUBLIC_BASE_URL',
];

const example = new Map(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

const defaults = Object.values(classes).flatMap((config) => {
  const instance = new config() as Record<string, unknown>;
  return configVariables(config).map((name): [string, string] => {
    const value = instance[name];
    return [name, value === undefined ? '' : String(value)];
  });
});

describe('.env.example', () => {
  it('has every variable that a process reads, and no other', () => {
    const read = new Set([...defaults.map(([name]) => name), ...STARTER]);
    expect([...example.keys()].sort()).toEqual([...read].sort());
  });

  it.each(defaults)('has the default of %s', (name, value) => {
    expect(example.get(name)).toBe(value);
  });
});

describe('the settings of npm start', () => {
  it.each(Object.entries(classes))('hand %s every variable it reads', (app, config) => {
    const names = [...known[app as App], ...MADE];
    expect(configVariables(config).filter((name) => !isAmong(name, names))).toEqual([]);
  });
});
