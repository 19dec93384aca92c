import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMessages } from '../../tools/messages/describe.mjs';

const OPENAPI = 'docs/openapi.json';

describe('the generated documents', () => {
  it('docs/messages.md says what the contracts say', async () => {
    expect(readFileSync('docs/messages.md', 'utf8')).toBe(await describeMessages());
  });

  it('docs/openapi.json says what the routes say', () => {
    const fresh = join(mkdtempSync(join(tmpdir(), 'openapi-')), 'openapi.json');
    execFileSync(process.execPath, ['tools/openapi/write.mjs', fresh], { stdio: 'pipe' });
    expect(JSON.parse(readFileSync(OPENAPI, 'utf8'))).toEqual(JSON.parse(readFileSync(fresh, 'utf8')));
  }, 60_000);
});

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly responses: Record<string, { content?: object }>;
  readonly security: object[];
}

const { paths } = JSON.parse(readFileSync(OPENAPI, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

describe('the API document', () => {
  it('describes every shape it refers to', () => {
    const text = readFileSync(OPENAPI, 'utf8');
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    const referredTo = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));
    expect(referredTo.size).toBeGreaterThan(20);
    expect([...referredTo].filter((name) => !(String(name) in components.schemas))).toEqual([]);
  });

  it.each(operations)(
    '%s has an id of its own, and says who may call it',
    (name, { operationId, security }) => {
      const namesakes = operations.filter(([, other]) => other.operationId === operationId);
      expect(namesakes.map(([where]) => where)).toEqual([name]);
      expect(Array.isArray(security)).toBe(true);
    },
  );

  it.each(operations.filter(([name]) => name.includes('/v1/')))(
    '%s lists its errors as problems',
    (_name, operation) => {
      const errors = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect(errors.length).toBeGreaterThan(0);
      expect(
        errors.filter(([, { content }]) => !content || !('application/problem+json' in content)),
      ).toEqual([]);
    },
  );
});
