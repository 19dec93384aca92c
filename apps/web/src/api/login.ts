import type { TokenPairView } from '@saathi/contracts';
import { exclusively } from './exclusively';
import { parseJson, readJson } from './json';
import { Problem, problemOf } from './problem';

/** What is kept on this device. The access token never is. */
interface Kept {
  readonly refresh_token: string;
  readonly user_id: string;
}

const KEY = 'saathi.login';
/** An access token this close to its end is renewed first. */
const MARGIN_MS = 30_000;
/** A lost answer may be asked for again for ten seconds. */
const TRIES = 4;
const PAUSE_MS = 1500;

let access: { readonly token: string; readonly until: number; readonly user_id: string } | undefined;
let renewing: Promise<string> | undefined;
const listeners = new Set<() => void>();

const kept = (): Kept | undefined => {
  const text = localStorage.getItem(KEY);
  return text === null ? undefined : parseJson<Kept>(text);
};

const keep = (pair: TokenPairView, user_id: string): string => {
  access = { token: pair.access_token, until: Date.now() + pair.expires_in * 1000, user_id };
  localStorage.setItem(KEY, JSON.stringify({ refresh_token: pair.refresh_token, user_id } satisfies Kept));
  return pair.access_token;
};

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Signs in on this device, in every tab. */
export const beginLogin = (pair: TokenPairView, userId: string): void => {
  keep(pair, userId);
  tell();
};

/** Forgets the login on this device, in every tab. */
export const endLogin = (): void => {
  access = undefined;
  localStorage.removeItem(KEY);
  tell();
};

/** Who is signed in on this device. */
export const signedInAs = (): string | undefined => kept()?.user_id;

/** Calls back whenever somebody signs in or out, in this tab or another. */
export const onLoginChange = (listener: () => void): (() => void) => {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === KEY || key === null) listener();
  };
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
};

/**
 * An access token that is good now.
 * @throws Problem `unauthorized` when nobody is signed in, `offline` when that cannot be found out
 */
export const accessToken = (): Promise<string> => {
  const isGood =
    access !== undefined && access.until - MARGIN_MS > Date.now() && access.user_id === signedInAs();
  return isGood && access !== undefined ? Promise.resolve(access.token) : renewAccess();
};

/** Trades the refresh token for a new pair: one tab at a time, each with the token that is then the newest. */
export const renewAccess = (): Promise<string> => {
  renewing ??= exclusively('saathi-refresh', trade).finally(() => (renewing = undefined));
  return renewing;
};

const trade = async (): Promise<string> => {
  const mine = kept();
  if (mine === undefined) throw new Problem('unauthorized');
  const answer = await postRefresh(mine.refresh_token);
  if (answer.ok) {
    const pair = await readJson<TokenPairView>(answer);
    return keep(pair, mine.user_id);
  }
  const problem = await problemOf(answer);
  if (answer.status === 401) endLogin();
  throw problem;
};

const postRefresh = async (refresh_token: string): Promise<Response> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch('/v1/auth/refresh', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refresh_token }),
      });
    } catch (cause) {
      if (tries === TRIES) throw new Problem('offline', {}, { cause });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};
