import type { OrderSummaryView } from '@saathi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { listOrders } from '../../api/admin-client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { adminTexts } from './admin-texts';
import { useOperatorToken } from './operator-login';
import { OrderDesk } from './order-desk';

/** Orders, most of all those that a human should look at. */
export const Orders = (): ReactNode => {
  const t = useTexts(adminTexts);
  const token = useOperatorToken();
  const [isOpenOnly, setIsOpenOnly] = useState(true);
  const [chosen, setChosen] = useState<string>();
  const review = isOpenOnly ? 'open' : 'any';
  const orders = useQuery({
    queryKey: ['admin', 'orders', review],
    queryFn: () => listOrders(token, review),
  });
  return (
    <div className="grid gap-4">
      <Switch label={t.openOnly} checked={isOpenOnly} onChange={setIsOpenOnly} />
      {orders.isPending ? <Loading /> : null}
      {orders.isError ? <ProblemNotice error={orders.error} onRetry={() => void orders.refetch()} /> : null}
      {orders.data?.items.length === 0 ? <p className="text-soft">{t.none}</p> : null}
      <ul className="grid gap-2">
        {orders.data?.items.map((order) => (
          <Order
            key={order.payment_id}
            order={order}
            onOpen={() => {
              setChosen(order.payment_id);
            }}
          />
        ))}
      </ul>
      {chosen === undefined ? null : (
        <OrderDesk
          id={chosen}
          onClose={() => {
            setChosen(undefined);
          }}
        />
      )}
    </div>
  );
};

interface OrderProps {
  readonly order: OrderSummaryView;
  readonly onOpen: () => void;
}

const Order = ({ order, onOpen }: OrderProps): ReactNode => {
  const t = useTexts(adminTexts);
  const { rupees, dateTime } = useFormats();
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-2xl border border-line bg-raised px-4 py-2">
      <div className="min-w-0 grow">
        <p className="wrap-anywhere">
          {rupees(order.amount)} · {order.cashfree_order_id}
        </p>
        <p className="text-sm text-soft">
          {dateTime(order.created_at)} · {order.status ?? '–'} / {order.provider_status ?? '–'}
        </p>
        {order.review_reason === null ? null : <p className="text-sm text-alarm">{order.review_reason}</p>}
      </div>
      <Button look="soft" onClick={onOpen} aria-label={`${t.open} ${order.cashfree_order_id}`}>
        {t.review}
      </Button>
    </li>
  );
};
