import { useSyncExternalStore } from 'react';

/** The languages of the client. */
export const LOCALES = ['hi-IN', 'en-IN'] as const;
export type Locale = (typeof LOCALES)[number];

const KEY = 'saathi.locale';
const listeners = new Set<() => void>();

/** The client's language for what a profile or a browser says: Hinglish is read in Latin letters. */
export const localeFor = (tag: string | null): Locale =>
  tag !== null && /^(en|hi-Latn)/.test(tag) ? 'en-IN' : 'hi-IN';

let current: Locale = localeFor(localStorage.getItem(KEY));
document.documentElement.lang = current;

export const currentLocale = (): Locale => current;

export const setLocale = (locale: Locale): void => {
  current = locale;
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);
