import type { Persona } from '@saathi/contracts';
import type { ReactNode } from 'react';

/** Each companion has a sign of its own: a lotus, a kite, the sun, the moon over water. */
const MOTIFS: Readonly<Record<Persona, ReactNode>> = {
  sweet_supportive: (
    <>
      <path d="M32 16c7 7 9 17 0 30-9-13-7-23 0-30Z" fill="currentColor" />
      <path
        d="M27 45C17 44 11 36 11 25c9 2 15 8 16 20ZM37 45c10-1 16-9 16-20-9 2-15 8-16 20Z"
        fill="currentColor"
        opacity=".55"
      />
      <path
        d="M9 41c4 8 13 11 23 10 10 1 19-2 23-10-9 0-16 2-23 6-7-4-14-6-23-6Z"
        fill="currentColor"
        opacity=".3"
      />
    </>
  ),
  playful_flirty: (
    <>
      <path d="M36 9 53 28 36 45 19 28Z" fill="currentColor" />
      <path d="M36 9v36M19 28c10-6 24-6 34 0" fill="none" stroke="var(--raised)" strokeWidth="2" />
      <path
        d="M36 45c-2 6-9 2-12 7s-8 1-11 4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </>
  ),
  bold_confident: (
    <>
      <circle cx="32" cy="34" r="12" fill="currentColor" />
      <path
        d="M32 8v8M13 16l5 6M51 16l-5 6M6 34h8M50 34h8"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
      <path d="M8 51h48" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" opacity=".45" />
    </>
  ),
  calm_mature: (
    <>
      <path d="M42 33A16 16 0 1 1 28 10a13 13 0 0 0 14 23Z" fill="currentColor" />
      <path
        d="M10 47c6-4 10-4 15 0s9 4 15 0 9-4 14 0M18 56c5-3 8-3 12 0s8 3 12 0"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity=".5"
      />
    </>
  ),
};

interface MotifProps {
  readonly persona: Persona;
  readonly className?: string;
}

export const Motif = ({ persona, className = 'size-12' }: MotifProps): ReactNode => (
  <svg viewBox="0 0 64 64" className={`shrink-0 text-tint ${className}`} aria-hidden focusable="false">
    {MOTIFS[persona]}
  </svg>
);
