import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'apps/web/dist';
const KB = 1000;
const FIRST_LOAD_KB = 150;
const SCREEN_KB = 60;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

// The build step of the checks comes before.
const chunks = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A part and everything that is loaded with it. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of chunks[name]?.imports ?? []) withImports(other, seen);
  return seen;
};

const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce(
    (sum, name) =>
      sum + gzipSync(readFileSync(join(DIST, chunks[name]?.file ?? '')), { level: 9 }).length / KB,
    0,
  );

const namesOf = (kind: 'isEntry' | 'isDynamicEntry'): string[] =>
  Object.keys(chunks).filter((name) => chunks[name]?.[kind] === true);
const firstLoad = new Set(namesOf('isEntry').flatMap((name) => [...withImports(name)]));

describe('the weight of the web client', () => {
  it(`is at most ${String(FIRST_LOAD_KB)} kB of compressed script for the first screen`, () => {
    expect(firstLoad.size).toBeGreaterThan(0);
    expect(kilobytes(firstLoad)).toBeLessThanOrEqual(FIRST_LOAD_KB);
  });

  it.each(namesOf('isDynamicEntry'))(`is at most ${String(SCREEN_KB)} kB more for %s`, (name) => {
    const more = [...withImports(name)].filter((part) => !firstLoad.has(part));
    expect(kilobytes(more)).toBeLessThanOrEqual(SCREEN_KB);
  });
});
