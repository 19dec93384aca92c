import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { summaryTexts } from './summary-texts';

const RADIUS = 52;
const LENGTH = 2 * Math.PI * RADIUS;

interface ConfidenceRingProps {
  /** 0 to 95. */
  readonly score: number;
}

/** How well one is known, as a ring that never closes: 95 is where it ends. */
export const ConfidenceRing = ({ score }: ConfidenceRingProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const { number } = useFormats();
  const percent = number(Math.round(score));
  return (
    <div role="img" aria-label={t.confidence(percent)} className="relative size-36 shrink-0">
      <svg viewBox="0 0 120 120" className="size-full -rotate-90" aria-hidden>
        <circle cx="60" cy="60" r={RADIUS} fill="none" stroke="var(--sunk)" strokeWidth="9" />
        <circle
          cx="60"
          cy="60"
          r={RADIUS}
          fill="none"
          stroke="var(--lamp)"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - score / 100)}
          className="animate-draw"
          style={{ '--length': LENGTH }}
        />
      </svg>
      <p aria-hidden className="absolute inset-0 grid place-content-center text-center">
        <span className="font-display text-4xl leading-none">{percent}%</span>
        <span className="mt-1 text-xs text-soft">{t.confidenceText}</span>
      </p>
    </div>
  );
};
