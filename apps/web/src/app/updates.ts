import { openUpdates } from '../api/client';
import { networkAgain } from '../api/network-again';
import { eventsOf, type ServerEvent } from '../api/server-events';
import { queryClient } from './query-client';

/** What may be out of date after an event: the beginnings of query keys. */
const TOUCHED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'summary.updated': [['summary'], ['sessions'], ['memories']],
  'persona.updated': [['persona']],
  'subscription.activated': [['usage'], ['me'], ['subscriptions']],
  'subscription.revoked': [['usage'], ['me'], ['payments']],
  'payment.updated': [['payments'], ['usage']],
  'usage.updated': [['usage']],
  'session.ended': [['sessions']],
};

const listeners = new Map<string, Set<() => void>>();

/** Calls back whenever an event of this name comes. */
export const onUpdate = (event: string, listener: () => void): (() => void) => {
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(listener));
  return () => all.delete(listener);
};

const show = ({ event }: ServerEvent): void => {
  for (const queryKey of TOUCHED[event] ?? []) void queryClient.invalidateQueries({ queryKey });
  for (const listener of listeners.get(event) ?? []) listener();
};

/** Keeps the stream of what changes open, from the last event on after every break, until told to stop. */
export const followUpdates = async (signal: AbortSignal): Promise<void> => {
  let last: number | undefined;
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      for await (const event of eventsOf(await openUpdates(last, signal))) {
        tries = 0;
        last = event.id;
        show(event);
      }
    } catch {
      // Tried again below; what the person asked for says itself what is wrong.
    }
    await networkAgain(tries, signal);
  }
};
