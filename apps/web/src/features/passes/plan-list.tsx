import type { PlanView } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { passesTexts } from './passes-texts';
import { useCheckout } from './use-checkout';

interface PlanListProps {
  readonly plans: readonly PlanView[];
}

/** The passes on sale, each with its price and what happens at its end. */
export const PlanList = ({ plans }: PlanListProps): ReactNode => {
  const t = useTexts(passesTexts);
  const { rupees } = useFormats();
  const checkout = useCheckout();
  return (
    <div className="grid gap-3">
      {plans.map(({ plan_type, amount }) => (
        <article key={plan_type} className="grid gap-3 rounded-3xl border border-line bg-paper p-4">
          <div className="flex items-baseline justify-between gap-3">
            <h3 className="text-lg">{t.plans[plan_type]}</h3>
            <p className="font-display text-2xl text-brand">{rupees(amount)}</p>
          </div>
          <p className="text-sm text-soft">{t.lengths[plan_type]}</p>
          <Button
            busy={checkout.isPending && checkout.variables === plan_type}
            disabled={checkout.isPending}
            onClick={() => {
              checkout.mutate(plan_type);
            }}
          >
            {t.buy(rupees(amount))}
          </Button>
        </article>
      ))}
      {checkout.isError ? <ProblemNotice error={checkout.error} /> : null}
      <p className="text-sm text-soft">{t.noRenewal}</p>
    </div>
  );
};
