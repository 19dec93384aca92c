import { useSyncExternalStore, type ReactNode } from 'react';

const SHOWN_MS = 4000;

let shown: { readonly id: number; readonly text: string } | undefined;
const listeners = new Set<() => void>();

const show = (next: typeof shown): void => {
  shown = next;
  for (const listener of listeners) listener();
};

/** Tells something in passing; read out to those who do not see it. */
export const toast = (text: string): void => {
  const id = (shown?.id ?? 0) + 1;
  show({ id, text });
  setTimeout(() => {
    if (shown?.id === id) show(undefined);
  }, SHOWN_MS);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Toasts = (): ReactNode => {
  const current = useSyncExternalStore(subscribe, () => shown);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-60 grid place-items-center px-4"
    >
      {current === undefined ? null : (
        <p key={current.id} className="animate-rise rounded-2xl bg-ink px-4 py-2.5 text-paper shadow-lift">
          {current.text}
        </p>
      )}
    </div>
  );
};
