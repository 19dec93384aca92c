import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { summaryTexts } from './summary-texts';

/** How the summary is made, for those who want to know. */
export const HowItComesAbout = (): ReactNode => {
  const t = useTexts(summaryTexts);
  return (
    <details className="rounded-2xl bg-sunk px-4 py-3">
      <summary className="min-h-8 cursor-pointer font-medium">{t.how}</summary>
      <ul className="mt-2 grid list-disc gap-2 pl-5 text-soft">
        {t.howText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
};
