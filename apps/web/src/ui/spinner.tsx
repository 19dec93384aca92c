import type { ReactNode } from 'react';

export const Spinner = (): ReactNode => (
  <span
    aria-hidden
    className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-t-transparent motion-reduce:animate-none"
  />
);
