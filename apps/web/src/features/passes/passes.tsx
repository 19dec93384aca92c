import type { UsageView } from '@saathi/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { plansQuery, usageQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { passesTexts } from './passes-texts';
import { PaymentList } from './payment-list';
import { PaymentReturn } from './payment-return';
import { PlanList } from './plan-list';

/** The passes; or, for those who come back from the payment page, how that ended. */
export const Passes = (): ReactNode => {
  const [search] = useSearchParams();
  return search.has('order_id') ? <PaymentReturn /> : <PassDesk />;
};

/** What is left, what one can buy, and what one has bought. */
const PassDesk = (): ReactNode => {
  const t = useTexts(passesTexts);
  const usage = useQuery(usageQuery);
  const plans = useQuery(plansQuery);
  if (usage.isPending || plans.isPending) return <Loading />;
  const error = usage.error ?? plans.error;
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="text-3xl">{t.title}</h1>
        <p className="mt-1 text-soft">{t.why}</p>
      </div>
      {error === null ? null : (
        <ProblemNotice
          error={error}
          onRetry={() => {
            void usage.refetch();
            void plans.refetch();
          }}
        />
      )}
      {usage.data === undefined ? null : <Standing usage={usage.data} />}
      <PlanList plans={plans.data ?? []} />
      <PaymentList />
    </div>
  );
};

interface StandingProps {
  readonly usage: UsageView;
}

const Standing = ({ usage }: StandingProps): ReactNode => {
  const t = useTexts(passesTexts);
  const { number, dateTime } = useFormats();
  const { premium_until, messages_left, free_messages, call_seconds_left, free_call_seconds } = usage;
  if (premium_until !== null)
    return (
      <section className="rounded-3xl bg-leaf-soft p-4 text-leaf">
        <h2 className="text-lg">{t.running(dateTime(premium_until))}</h2>
        <p className="text-sm">{t.addUp}</p>
      </section>
    );
  return (
    <section className="grid gap-2 rounded-3xl border border-line bg-raised p-4">
      <h2 className="text-lg">{t.free}</h2>
      <p>{t.messagesLeft(number(messages_left ?? 0), number(free_messages))}</p>
      <p>{t.callLeft(number(Math.ceil((call_seconds_left ?? 0) / 60)), number(free_call_seconds / 60))}</p>
    </section>
  );
};
