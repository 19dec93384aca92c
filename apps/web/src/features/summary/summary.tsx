import type { FindingField, LoveLanguage, SummaryView } from '@saathi/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { summaryQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { ConfidenceRing } from './confidence-ring';
import { EmptyMirror } from './empty-mirror';
import { Finding } from './finding';
import { HowItComesAbout } from './how-it-comes-about';
import { SetAside } from './set-aside';
import { summaryTexts } from './summary-texts';
import { Trend } from './trend';

/** The order in which people want to read it. */
const ORDER: readonly FindingField[] = [
  'partner_type_one_liner',
  'top_3_traits_you_value',
  'next_time_focus',
  'what_you_might_work_on',
  'communication_fit',
  'love_language_guess',
];

/** The Summary Tracker: what was understood of a person, and on which of their words it rests. */
export const Summary = (): ReactNode => {
  const t = useTexts(summaryTexts);
  const summary = useQuery(summaryQuery);
  if (summary.isPending) return <Loading />;
  if (summary.isError) return <ProblemNotice error={summary.error} onRetry={() => void summary.refetch()} />;
  const { data } = summary;
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="text-3xl">{t.title}</h1>
        <p className="mt-1 text-soft">{t.intro}</p>
      </div>
      {data.confidence_score === null ? (
        <EmptyMirror />
      ) : (
        <Known summary={data} score={data.confidence_score} />
      )}
      <SetAside feedback={data.feedback} />
      <HowItComesAbout />
    </div>
  );
};

interface KnownProps {
  readonly summary: SummaryView;
  readonly score: number;
}

const Known = ({ summary, score }: KnownProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const { number, dateTime } = useFormats();
  return (
    <>
      <section className="rounded-[2rem] border border-line bg-raised p-5 shadow-lift">
        <div className="flex flex-wrap items-center gap-6">
          <ConfidenceRing score={score} />
          <Trend />
        </div>
        <p className="mt-3 text-sm text-soft">
          {t.sessions(number(summary.sessions_counted))}
          {summary.updated_at === null ? '' : ` · ${t.updated(dateTime(summary.updated_at))}`}
        </p>
      </section>
      {ORDER.map((field) => (
        <FindingGroup key={field} field={field} summary={summary} />
      ))}
    </>
  );
};

interface FindingGroupProps {
  readonly field: FindingField;
  readonly summary: SummaryView;
}

const FindingGroup = ({ field, summary }: FindingGroupProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const values = [summary[field] ?? []].flat().filter((value) => value !== 'unknown');
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t.fields[field]}</h2>
      {values.length === 0 ? <p className="text-soft">{t.nothingYet}</p> : null}
      <ul className="grid gap-2">
        {values.map((value) => (
          <Finding
            key={value}
            field={field}
            value={value}
            shown={isLoveLanguage(field, value) ? t.love[value] : value}
            evidence={summary.evidence}
            feedback={summary.feedback}
          />
        ))}
      </ul>
    </section>
  );
};

const isLoveLanguage = (field: FindingField, value: string): value is LoveLanguage =>
  field === 'love_language_guess' && value !== '';
