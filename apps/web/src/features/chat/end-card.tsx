import type { SessionView } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts, useTexts } from '../../i18n/texts';
import { Button, buttonLook } from '../../ui/button';
import { Mark } from '../../ui/mark';
import { useStartTalk } from '../home/use-start-talk';

const endTexts = texts({
  'hi-IN': {
    pending: 'आज की बात से साथी ने क्या समझा, लिखा जा रहा है…',
    skipped: 'अच्छा लगा मिलकर। फिर मिलेंगे।',
    failed: 'सारांश इस बार नहीं बन पाया। आपकी बातें सुरक्षित हैं।',
    learned: 'आज साथी ने यह समझा',
    focus: 'अगली बार',
    tracker: 'आईना देखें',
    again: 'नई बात शुरू करें',
  },
  'en-IN': {
    pending: 'What your Saathi understood today is being written…',
    skipped: 'It was good to see you. Until next time.',
    failed: 'The summary could not be made this time. What you said is safe.',
    learned: 'What your Saathi understood today',
    focus: 'Next time',
    tracker: 'See the mirror',
    again: 'Start a new talk',
  },
});

interface EndCardProps {
  readonly session: SessionView;
}

/** After the end: what the session taught, once it is known. */
export const EndCard = ({ session }: EndCardProps): ReactNode => {
  const t = useTexts(endTexts);
  const start = useStartTalk();
  return (
    <section
      aria-live="polite"
      className="my-3 grid animate-rise gap-4 rounded-3xl border border-line bg-raised p-5 shadow-lift"
    >
      <Outcome session={session} />
      <div className="flex flex-wrap gap-3">
        {session.summary_status === 'ready' ? (
          <Link href="/summary" className={buttonLook('soft', 'grow')}>
            {t.tracker}
          </Link>
        ) : null}
        <Button busy={start.isPending} onClick={start.plain} className="grow">
          {t.again}
        </Button>
      </div>
    </section>
  );
};

const Outcome = ({ session }: EndCardProps): ReactNode => {
  const t = useTexts(endTexts);
  const { summary_status, partner_type_one_liner, top_3_traits_you_value, next_time_focus } = session;
  if (summary_status === 'pending' || summary_status === 'none')
    return (
      <p className="flex items-center gap-3 text-soft">
        <Mark className="size-8 animate-breathe" /> {t.pending}
      </p>
    );
  if (summary_status !== 'ready') return <p>{summary_status === 'skipped' ? t.skipped : t.failed}</p>;
  return (
    <div className="grid gap-2">
      <h2 className="text-xl">{t.learned}</h2>
      {partner_type_one_liner === null ? null : <p>{partner_type_one_liner}</p>}
      <ul className="flex flex-wrap gap-2">
        {top_3_traits_you_value?.map((trait) => (
          <li key={trait} className="rounded-full bg-brand-soft px-3 py-1 text-brand">
            {trait}
          </li>
        ))}
      </ul>
      {next_time_focus === null || next_time_focus.length === 0 ? null : (
        <p className="text-soft">
          {t.focus}: {next_time_focus.join(' · ')}
        </p>
      )}
    </div>
  );
};
