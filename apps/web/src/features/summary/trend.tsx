import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { summaryHistoryQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { summaryTexts } from './summary-texts';
import { trendPath, trendPoints, type Point } from './trend-path';

const SIZE = { width: 300, height: 90 };
/** The curve fills its ground, but a young one stays low. */
const topOf = (last: number): number => Math.min(100, Math.max(30, last * 1.3));
const MANY = 24;

/** How the understanding grew, session by session. */
export const Trend = (): ReactNode => {
  const t = useTexts(summaryTexts);
  const { number } = useFormats();
  const history = useInfiniteQuery(summaryHistoryQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const scores = history.flatMap(({ confidence_score }) => confidence_score ?? []).reverse();
  const [first, last] = [scores[0], scores.at(-1)];
  if (first === undefined || last === undefined || scores.length < 2) return null;
  const text = t.trendText(number(Math.round(first)), number(Math.round(last)), number(scores.length));
  return (
    <figure className="min-w-0 grow">
      <figcaption className="text-sm text-soft">{t.trend}</figcaption>
      <Curve points={trendPoints(scores, { ...SIZE, top: topOf(last) })} label={text} />
      <p className="text-sm text-soft">{text}</p>
    </figure>
  );
};

interface CurveProps {
  readonly points: readonly Point[];
  readonly label: string;
}

const Curve = ({ points, label }: CurveProps): ReactNode => {
  const path = trendPath(points);
  const { width, height } = SIZE;
  return (
    <svg
      viewBox={`-6 -6 ${String(width + 12)} ${String(height + 12)}`}
      role="img"
      aria-label={label}
      className="mt-1 w-full overflow-visible"
    >
      <path d={`${path}V${String(height)}H0Z`} fill="var(--lamp-soft)" stroke="none" />
      <path d={path} fill="none" stroke="var(--lamp)" strokeWidth="3" strokeLinecap="round" />
      {points.length > MANY
        ? null
        : points.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r="4" fill="var(--raised)" stroke="var(--lamp)" strokeWidth="2.5" />
          ))}
    </svg>
  );
};
