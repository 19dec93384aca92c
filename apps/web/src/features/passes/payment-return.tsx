import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { paymentQuery, paymentsQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { buttonLook } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Mark } from '../../ui/mark';
import { ProblemNotice } from '../../ui/notice';
import { paymentUnderWay } from './open-checkout';
import { passesTexts } from './passes-texts';

const POLL_MS = 2000;

/** Where the payment page leads back to: asks until it is known how the payment ended. */
export const PaymentReturn = (): ReactNode => {
  const id = usePaymentId();
  const t = useTexts(passesTexts);
  const queries = useQueryClient();
  const payment = useQuery({
    ...paymentQuery(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? POLL_MS : false),
  });
  const status = payment.data?.status;
  useEffect(() => {
    if (status === 'success') void queries.invalidateQueries({ queryKey: ['usage'] });
  }, [status, queries]);
  if (id === null) return <p className="text-soft">{t.unknown}</p>;
  if (payment.isError) return <ProblemNotice error={payment.error} onRetry={() => void payment.refetch()} />;
  if (status === undefined) return <Loading />;
  const { title, text } = t.outcomes[status];
  return (
    <section
      aria-live="polite"
      className="grid min-h-[60dvh] place-content-center justify-items-center gap-4 text-center"
    >
      <Mark className={`size-16 ${status === 'pending' ? 'animate-breathe' : ''}`} />
      <h1 className="text-2xl">{title}</h1>
      <p className="max-w-sm text-soft">{text}</p>
      <Link
        href={status === 'failed' ? '/passes' : '/'}
        className={buttonLook(status === 'pending' ? 'soft' : 'primary')}
      >
        {status === 'failed' ? t.again : t.home}
      </Link>
    </section>
  );
};

/**
 * The payment that one comes back from: the one that this tab left for, or the one of the order in the address.
 * @returns undefined while it is looked for, null when there is none
 */
const usePaymentId = (): string | undefined | null => {
  const [search] = useSearchParams();
  const order = search.get('order_id');
  const payments = useInfiniteQuery(paymentsQuery);
  if (payments.isPending) return undefined;
  const items = payments.data?.pages.flatMap((page) => page.items) ?? [];
  return items.find(({ cashfree_order_id }) => cashfree_order_id === order)?.id ?? paymentUnderWay();
};
