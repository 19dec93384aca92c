import { describe, expect, it } from '@jest/globals';
import { portsFor, variableOf } from './ports.mjs';

describe('portsFor', () => {
  it('counts every port from PORT', () => {
    const ports = portsFor({ PORT: '4000' });
    expect(ports).toMatchObject({
      gateway: 4000,
      billing: 4004,
      voice: 4010,
      model: 4011,
      postgres: 4015,
      nats: 4016,
    });
    expect(new Set(Object.values(ports)).size).toBe(12);
  });

  it('lets Postgres and NATS be moved alone', () => {
    expect(portsFor({ SAATHI_POSTGRES_PORT: '5555', PORT: '' })).toMatchObject({
      gateway: 3000,
      postgres: 5555,
    });
  });

  it.each(['0', '70000', '65530', 'abc', '3000.5', '-1'])('refuses %s', (PORT) => {
    expect(() => portsFor({ PORT })).toThrow(/^PORT: give a port/);
  });
});

it('names the variable that moves a part', () => {
  expect([variableOf('auth'), variableOf('postgres'), variableOf('nats')]).toEqual([
    'PORT',
    'SAATHI_POSTGRES_PORT',
    'SAATHI_NATS_PORT',
  ]);
});
