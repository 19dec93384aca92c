import { calls, facts, type App } from '@saathi/contracts';
import { answersOf, callSubject, inboxOf, serviceOf, stopSubject } from '../subjects.js';
import { countRights, eraserRights, feedRights, handlerRights } from './stream-rights.js';

/** What an app may say and hear at the broker, by subjects; what is denied wins. */
export interface Rights {
  readonly publish: { readonly allow: readonly string[]; readonly deny?: readonly string[] };
  readonly subscribe: { readonly allow: readonly string[] };
}

/** The apps that see every event. */
const FEED_READERS: readonly App[] = ['gateway'];
/** The apps that take a person's events out when the person has left. */
const ERASERS: readonly App[] = ['auth'];

/** The apps that limit what comes in, and count together how much that is. */
const COUNTERS: readonly App[] = ['gateway'];

/** Who speaks on the line of a call, and which way: the door up, the owner down. */
const CALL_SPEAKERS: Partial<Record<App, { says: 'up' | 'down'; hears: 'up' | 'down' }>> = {
  gateway: { says: 'up', hears: 'down' },
  conversation: { says: 'down', hears: 'up' },
};

/** The rights of one app: what the contracts say that it does, and nothing else. */
export const rightsOf = (app: App): Rights => {
  const asked = calls.filter(({ callers }) => callers.includes(app));
  const answered = calls.filter((call) => serviceOf(call) === app);
  const line = CALL_SPEAKERS[app];
  const feed = FEED_READERS.includes(app) ? feedRights(app) : { allow: [], deny: [] };
  const allow = [
    ...asked.map(({ subject }) => subject),
    ...asked.filter(({ kind }) => kind === 'stream').map((call) => stopSubject(serviceOf(call))),
    ...answered.flatMap(({ callers }) => callers.map((caller) => `${answersOf(caller, app)}.>`)),
    ...facts.filter(({ toldBy }) => toldBy.includes(app)).map(({ subject }) => `${subject}.*`),
    ...handlerRights(app),
    ...(ERASERS.includes(app) ? eraserRights() : []),
    ...(COUNTERS.includes(app) ? countRights() : []),
    ...(line === undefined ? [] : [callSubject(line.says, '*', '*')]),
    ...feed.allow,
  ];
  return {
    publish: { allow: unique(allow), ...(feed.deny.length > 0 ? { deny: feed.deny } : {}) },
    subscribe: {
      allow: [
        `${inboxOf(app)}.>`,
        ...answered.map(({ subject }) => subject),
        ...(answered.length > 0 ? [stopSubject(app)] : []),
        ...(line === undefined ? [] : [callSubject(line.hears, '*', '*')]),
      ],
    },
  };
};

/** The rights of every app. */
export const allRights = (): Record<App, Rights> => ({
  gateway: rightsOf('gateway'),
  auth: rightsOf('auth'),
  conversation: rightsOf('conversation'),
  summary: rightsOf('summary'),
  billing: rightsOf('billing'),
});

const unique = (subjects: readonly string[]): string[] => [...new Set(subjects)];
