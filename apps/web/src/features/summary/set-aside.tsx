import type { SummaryFeedbackView } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { summaryTexts } from './summary-texts';
import { useFeedback } from './use-feedback';

interface SetAsideProps {
  readonly feedback: readonly SummaryFeedbackView[];
}

/** What the person said is not them, to be taken back. */
export const SetAside = ({ feedback }: SetAsideProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const release = useFeedback();
  const items = feedback.filter(({ verdict }) => verdict === 'not_me');
  if (items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t.setAside}</h2>
      <ul className="grid gap-2">
        {items.map(({ field, value }) => (
          <li key={`${field} ${value}`} className="flex items-center gap-3 rounded-2xl bg-sunk py-1 pl-4">
            <span className="grow text-soft line-through">{value}</span>
            <Button
              look="quiet"
              onClick={() => {
                release.mutate({ field, value, verdict: 'release' });
              }}
            >
              {t.verdicts.release}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
