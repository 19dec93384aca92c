import type { PaymentStatus, PaymentView } from '@saathi/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paymentsQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { openCheckout } from './open-checkout';
import { passesTexts } from './passes-texts';

const LOOKS: Readonly<Record<PaymentStatus, string>> = {
  pending: 'bg-lamp-soft text-lamp-ink',
  success: 'bg-leaf-soft text-leaf',
  failed: 'bg-alarm-soft text-alarm',
};

/** What was paid for, newest first; an open payment can be finished. */
export const PaymentList = (): ReactNode => {
  const t = useTexts(passesTexts);
  const payments = useInfiniteQuery(paymentsQuery);
  const items = payments.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t.payments}</h2>
      {payments.isSuccess && items.length === 0 ? <p className="text-soft">{t.noPayments}</p> : null}
      <ul className="grid gap-2">
        {items.map((payment) => (
          <PaymentLine key={payment.id} payment={payment} />
        ))}
      </ul>
    </section>
  );
};

interface PaymentLineProps {
  readonly payment: PaymentView;
}

const PaymentLine = ({ payment }: PaymentLineProps): ReactNode => {
  const t = useTexts(passesTexts);
  const { rupees, dateTime } = useFormats();
  const { status, plan_type, amount, refunded_amount, created_at, payment_session_id } = payment;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl border border-line bg-raised px-4 py-3">
      <div className="min-w-0 grow">
        <p>
          {t.plans[plan_type]}, {rupees(amount)}
        </p>
        <p className="text-sm text-soft">
          {dateTime(created_at)}
          {Number(refunded_amount) > 0 ? ` · ${t.refunded(rupees(refunded_amount))}` : ''}
        </p>
      </div>
      <span className={`rounded-full px-3 py-1 text-sm ${LOOKS[status]}`}>{t.statuses[status]}</span>
      {status === 'pending' && payment_session_id !== null ? (
        <Button look="quiet" onClick={() => void openCheckout(payment)}>
          {t.goOn}
        </Button>
      ) : null}
    </li>
  );
};
