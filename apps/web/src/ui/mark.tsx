import type { ReactNode } from 'react';

interface MarkProps {
  readonly className?: string;
}

/** The mark: two flames in one lamp. */
export const Mark = ({ className = 'size-8' }: MarkProps): ReactNode => (
  <svg viewBox="0 0 64 64" className={className} aria-hidden focusable="false">
    <path d="M30 9c-11 9-15 23-4 32 9-8 10-21 4-32Z" fill="var(--brand)" />
    <path d="M35 18c9 6 11 17 2 24-6-6-7-15-2-24Z" fill="var(--lamp)" />
    <path
      d="M12 44c7 11 33 11 40 0"
      fill="none"
      stroke="var(--brand)"
      strokeWidth="4"
      strokeLinecap="round"
    />
  </svg>
);
