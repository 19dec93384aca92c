import type { ReactNode } from 'react';

/** Own line icons on a grid of 24, drawn with one stroke. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  chat: 'M4 6.5C4 5 5 4 6.5 4h11C19 4 20 5 20 6.5v7c0 1.5-1 2.5-2.5 2.5H10l-5 4v-4.2C4.4 15.4 4 14.8 4 14z',
  summary: 'M12 4a8 8 0 1 0 8 8M12 4v4m0-4a8 8 0 0 1 8 8m0 0h-4m-4 0l3 3',
  memory: 'M6 4h12v16l-6-4-6 4z',
  companion: 'M12 20c-5-3-8-6-8-10a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 4-3 7-8 10z',
  settings: 'M4 7h10m4 0h2M4 17h2m4 0h10M16 5v4M8 15v4',
  send: 'M12 20V5m0 0l-6 6m6-6l6 6',
  stop: 'M7 7h10v10H7z',
  again: 'M19 12a7 7 0 1 1-2-5m2-3v4h-4',
  more: 'M12 6v.01M12 12v.01M12 18v.01',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  flag: 'M6 20V5c4-2 8 2 12 0v8c-4 2-8-2-12 0',
  trash: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
  call: 'M6 4h3l2 5-2 1c1 2 3 4 5 5l1-2 5 2v3c0 1-1 2-2 2C11 20 4 13 4 6c0-1 1-2 2-2z',
  hangUp: 'M3 14c5-5 13-5 18 0l-3 3-3-2v-3c-2-.6-4-.6-6 0v3l-3 2z',
  mic: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11a6 6 0 0 0 12 0m-6 6v3',
  micOff:
    'M4 4l16 16M9.5 9.5v2a2.5 2.5 0 0 0 4 2M14.5 10V6.5a2.5 2.5 0 0 0-4.8-.9M6 11a6 6 0 0 0 9 5m3-5a6 6 0 0 1-.3 2M12 17v3',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 13l4 4L19 7',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  down: 'M12 5v14m0 0l-6-6m6 6l6-6',
  moon: 'M20 14A8 8 0 1 1 10 4a6.5 6.5 0 0 0 10 10z',
  info: 'M12 11v5m0-8v.01M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  undo: 'M5 9h9a5 5 0 0 1 0 10h-3M5 9l4-4M5 9l4 4',
  download: 'M12 4v11m0 0l-4-4m4 4l4-4M5 19h14',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm4.5 10.5L20 20',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

export const Icon = ({ name, className = 'size-5' }: IconProps): ReactNode => (
  <svg
    viewBox="0 0 24 24"
    className={`shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
