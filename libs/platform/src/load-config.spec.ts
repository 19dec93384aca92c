import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsString, Matches, Min, MinLength } from 'class-validator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, configVariables, loadConfig, ToBoolean, ToList } from './load-config.js';
import { PlatformConfig, ServiceConfig } from './platform.config.js';

class ShopConfig extends PlatformConfig {
  @IsString()
  @MinLength(8)
  SHOP_SECRET!: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  SHOP_TABLES: number = 4;

  @ToBoolean()
  @IsBoolean()
  SHOP_OPEN: boolean = true;

  @ToList()
  @IsArray()
  @Matches(/^[a-z]+$/, { each: true })
  SHOP_TEAS: string[] = [];
}

const GOOD = { NATS_URL: 'nats://127.0.0.1:4222', SHOP_SECRET: 'a good secret' };

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfig(ShopConfig, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration of a process', () => {
  it('takes what is set and the defaults for the rest', () => {
    expect(loadConfig(ShopConfig, { ...GOOD, SHOP_TABLES: '7', OTHER: 'x' })).toEqual({
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      NATS_URL: 'nats://127.0.0.1:4222',
      SHOP_SECRET: 'a good secret',
      SHOP_TABLES: 7,
      SHOP_OPEN: true,
      SHOP_TEAS: [],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig(ShopConfig, { ...GOOD, SHOP_TABLES: '' }).SHOP_TABLES).toBe(4);
    expect(faultsOf({ ...GOOD, SHOP_SECRET: '' })).toHaveLength(2);
  });

  it('cannot be changed', () => {
    const config = loadConfig(ShopConfig, GOOD);
    expect(() => {
      config.SHOP_TABLES = 5;
    }).toThrow(TypeError);
  });

  it('knows its variables, those of its ancestors too', () => {
    expect(configVariables(ShopConfig)).toEqual([
      'LOG_LEVEL',
      'NATS_NKEY_SEED',
      'NATS_URL',
      'NODE_ENV',
      'SHOP_OPEN',
      'SHOP_SECRET',
      'SHOP_TABLES',
      'SHOP_TEAS',
    ]);
  });
});

describe('a bad environment', () => {
  it('is refused with every fault at once', () => {
    const faults = faultsOf({ NATS_URL: 'here', SHOP_TABLES: 'four', SHOP_OPEN: 'yes', SHOP_TEAS: 'a,B' });
    expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(
      new Set(['NATS_URL', 'SHOP_OPEN', 'SHOP_SECRET', 'SHOP_TABLES', 'SHOP_TEAS']),
    );
  });

  it('is described without any value', () => {
    const environment = { NATS_URL: 'swordfish-1', SHOP_SECRET: 'fish-2', SHOP_TABLES: 'swordfish-3' };
    const load = (): unknown => loadConfig(ShopConfig, { ...environment, SHOP_TEAS: 'SWORDFISH4' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/SHOP_TABLES: must be an integer number/);
    expect(load).not.toThrow(/fish/i);
  });

  it.each([
    ['a number with a unit', { SHOP_TABLES: '7s' }],
    ['a fraction', { SHOP_TABLES: '7.5' }],
    ['a number out of range', { SHOP_TABLES: '0' }],
    ['no boolean', { SHOP_OPEN: '1' }],
    ['a boolean in capitals', { SHOP_OPEN: 'TRUE' }],
    ['an unknown level', { LOG_LEVEL: 'loud' }],
    ['a broker over HTTP', { NATS_URL: 'http://127.0.0.1' }],
  ])('is one with %s', (_what, change) => {
    const named = faultsOf({ ...GOOD, ...change }).map((fault) => fault.split(':')[0]);
    expect([...new Set(named)]).toEqual(Object.keys(change));
  });
});

describe('a boolean', () => {
  it.each([
    ['true', true],
    ['false', false],
  ])('is %s', (text, value) => {
    expect(loadConfig(ShopConfig, { ...GOOD, SHOP_OPEN: text }).SHOP_OPEN).toBe(value);
  });
});

describe('a list', () => {
  it.each([
    ['masala', ['masala']],
    [' masala , adrak ', ['masala', 'adrak']],
    ['masala,,adrak,', ['masala', 'adrak']],
    [',', []],
  ])('of "%s" is read', (text, list) => {
    expect(loadConfig(ShopConfig, { ...GOOD, SHOP_TEAS: text }).SHOP_TEAS).toEqual(list);
  });
});

describe('a settings folder', () => {
  let SETTINGS_DIR: string;

  beforeEach(() => {
    SETTINGS_DIR = mkdtempSync(join(tmpdir(), 'saathi-'));
    writeFileSync(join(SETTINGS_DIR, 'SHOP_SECRET'), 'from a file\n');
    writeFileSync(join(SETTINGS_DIR, 'SHOP_TABLES'), '9');
  });

  afterEach(() => {
    rmSync(SETTINGS_DIR, { recursive: true });
  });

  it('holds what the environment does not', () => {
    const { NATS_URL } = GOOD;
    expect(loadConfig(ShopConfig, { NATS_URL, SETTINGS_DIR })).toMatchObject({
      SHOP_SECRET: 'from a file',
      SHOP_TABLES: 9,
      SHOP_OPEN: true,
    });
  });

  it('gives way to the environment', () => {
    expect(loadConfig(ShopConfig, { ...GOOD, SETTINGS_DIR, SHOP_TABLES: '2' })).toMatchObject({
      SHOP_SECRET: GOOD.SHOP_SECRET,
      SHOP_TABLES: 2,
    });
  });

  it('may be missing', () => {
    expect(loadConfig(ShopConfig, { ...GOOD, SETTINGS_DIR: join(SETTINGS_DIR, 'none') }).SHOP_TABLES).toBe(4);
  });
});

describe('production', () => {
  const LIVE = { ...GOOD, NODE_ENV: 'production', NATS_NKEY_SEED: `SU${'A'.repeat(56)}` };

  it('refuses to start on a stand-in, and names the variable', () => {
    const environment = { ...LIVE, SHOP_SECRET: 'stand-in-secret' };
    expect(faultsOf(environment)).toEqual(['SHOP_SECRET: is a stand-in, which production does not accept']);
  });

  it('starts without one', () => {
    expect(faultsOf(LIVE)).toEqual([]);
  });

  it.each([
    ['a key', {}, []],
    ['a user and a password', { NATS_NKEY_SEED: '', NATS_URL: 'nats://saathi:secret@broker:4222' }, []],
    ['neither', { NATS_NKEY_SEED: '' }, ['NATS_NKEY_SEED']],
    ['a public key', { NATS_NKEY_SEED: `U${'A'.repeat(55)}` }, ['NATS_NKEY_SEED']],
  ])('signs in to its broker; with %s', (_what, change, faulty) => {
    const faults = faultsOf({ ...LIVE, ...change });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(faulty);
    expect(faults.join()).not.toContain('AAA');
  });

  it('is the only place that minds', () => {
    expect(faultsOf({ ...GOOD, NODE_ENV: 'test', SHOP_SECRET: 'stand-in-secret' })).toEqual([]);
  });
});

describe('the configuration of a service', () => {
  it.each([
    ['postgres://user:word@host:5432/db', true],
    ['postgresql://host/db', true],
    ['mysql://host/db', false],
    ['', false],
  ])('with the database "%s" is accepted: %s', (DATABASE_URL, accepted) => {
    const load = (): unknown => loadConfig(ServiceConfig, { NATS_URL: GOOD.NATS_URL, DATABASE_URL });
    if (accepted) expect(load()).toMatchObject({ DATABASE_URL, DATABASE_POOL_SIZE: 10 });
    else expect(load).toThrow(ConfigError);
  });

  it('takes no role that would be SQL', () => {
    const environment = { NATS_URL: GOOD.NATS_URL, DATABASE_URL: 'postgres://host/db' };
    expect(() => loadConfig(ServiceConfig, { ...environment, DATABASE_ROLE: 'x; DROP' })).toThrow(
      ConfigError,
    );
  });
});
