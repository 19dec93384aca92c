import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { plansQuery } from '../../api/queries';
import type { Problem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { passesTexts } from './passes-texts';
import { PlanList } from './plan-list';

interface PaywallProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The refusal; it brings the plans along. */
  readonly problem: Problem | undefined;
}

/** The end of what is free: what one can buy, and the way back. */
export const Paywall = ({ open, onClose, problem }: PaywallProps): ReactNode => {
  const t = useTexts(passesTexts);
  const plans = useQuery({ ...plansQuery, enabled: open && problem?.details.plans === undefined });
  return (
    <Dialog open={open} onClose={onClose} title={t.wall} description={t.wallText}>
      <PlanList plans={problem?.details.plans ?? plans.data ?? []} />
      <Button look="quiet" onClick={onClose} className="mt-2 w-full">
        {t.later}
      </Button>
    </Dialog>
  );
};
