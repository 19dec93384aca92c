import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

interface Rule {
  readonly name: string;
}

interface Violation {
  readonly rule: Rule;
  readonly from: string;
}

const CONFIG = resolve('.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: Rule[] };

const violationsIn = (folder: string): Violation[] => {
  const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rooms = ['apps', 'libs', 'migrations', 'stand-ins'];
  const output = runAnyway([command, '--config', CONFIG, '--output-type', 'json', ...rooms], folder);
  return JSON.parse(output).summary.violations;
};

/** The command ends with the number of violations, which is no failure of ours. */
const runAnyway = (command: string[], cwd: string): string => {
  try {
    return execFileSync(process.execPath, command, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

describe('the rooms', () => {
  it('are kept by the whole tree', () => {
    expect(violationsIn('.')).toEqual([]);
  });

  it('are guarded: every rule finds the violation that was planted for it', () => {
    const found = new Set(violationsIn('test/architecture/fixtures').map(({ rule }) => rule.name));
    expect([...found].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
