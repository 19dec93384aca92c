import { describe, expect, it } from '@jest/globals';
import * as contracts from '@saathi/contracts';
import { apps, calls, facts, type App } from '@saathi/contracts';
import { rightsOf } from '@saathi/messaging';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sourcesOf = (app: App): string[] => {
  const folder = join('apps', app, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};

/** What the code of an app hands to a method or a decorator, by the names of contracts: `authRpc.logout`. */
const handedTo = (app: App, functions: string): string[] => {
  const handed = new RegExp(`(?:${functions})\\(\\s*(\\w+\\.\\w+)`, 'g');
  return sourcesOf(app)
    .flatMap((source) => [...source.matchAll(handed)])
    .map(([, contract]) => contract ?? '');
};

/** The subjects of these contracts; names that are none, like those of a variable, are left out. */
const subjectsOf = (names: readonly string[]): string[] => {
  const groups: Record<string, any> = contracts;
  const subjects = names.map((name) => {
    const [group = '', member = ''] = name.split('.');
    return groups[group]?.[member]?.subject;
  });
  return [...new Set(subjects.filter((subject) => subject !== undefined))].sort();
};

const subjects = (of: readonly { readonly subject: string }[]): string[] =>
  of.map(({ subject }) => subject).sort();

describe.each(apps)('%s', (app) => {
  it('asks exactly the calls that name it as a caller', () => {
    const asked = subjectsOf(handedTo(app, '\\.call|\\.stream'));
    expect(asked).toEqual(subjects(calls.filter(({ callers }) => callers.includes(app))));
  });

  it('tells exactly the events that name it as their teller', () => {
    const told = subjectsOf(handedTo(app, '\\.publish|\\.hint|\\.announce'));
    const handles = facts.some(({ handledBy }) => handledBy.includes(app));
    // Told by the library on behalf of whoever gives up on an event.
    const letters = handles ? [contracts.events.eventDeadLettered.subject] : [];
    expect([...told, ...letters].sort()).toEqual(
      subjects(facts.filter(({ toldBy }) => toldBy.includes(app))),
    );
  });

  it('handles exactly the events that name it as a handler', () => {
    const handled = subjectsOf(handedTo(app, '@EventHandler'));
    expect(handled).toEqual(subjects(facts.filter(({ handledBy }) => handledBy.includes(app))));
  });

  it('takes events out of the stream exactly if its rights say so', () => {
    const forgets = sourcesOf(app).some((source) => source.includes('.events.forget('));
    expect(rightsOf(app).publish.allow.includes('$JS.API.STREAM.PURGE.SAATHI')).toBe(forgets);
  });
});

describe('the list of calls', () => {
  it('holds every call that the contracts declare', () => {
    const groups = Object.entries(contracts).filter(([name]) => name.endsWith('Rpc'));
    const declared = groups.flatMap(([, group]) => Object.values(group) as { subject: string }[]);
    expect(subjects(calls)).toEqual(subjects(declared));
  });
});
