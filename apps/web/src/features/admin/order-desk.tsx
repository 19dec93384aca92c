import type { OrderView } from '@saathi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { doToOrder, getOrder, type Deed } from '../../api/admin-client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/notice';
import { Spinner } from '../../ui/spinner';
import { toast } from '../../ui/toast';
import { adminTexts } from './admin-texts';
import { useOperatorToken } from './operator-login';

const SHORTEST_REASON = 3;

interface OrderDeskProps {
  /** Of the payment. */
  readonly id: string;
  readonly onClose: () => void;
}

/** Everything that is known of an order, and what can be done about it. */
export const OrderDesk = ({ id, onClose }: OrderDeskProps): ReactNode => {
  const token = useOperatorToken();
  const order = useQuery({ queryKey: ['admin', 'order', id], queryFn: () => getOrder(token, id) });
  return (
    <Dialog open onClose={onClose} title={order.data?.cashfree_order_id ?? '…'}>
      {order.isPending ? <Spinner /> : null}
      {order.isError ? <ProblemNotice error={order.error} /> : null}
      {order.data === undefined ? null : (
        <div className="grid gap-4">
          <Known order={order.data} />
          <Deeds order={order.data} />
        </div>
      )}
    </Dialog>
  );
};

interface OrderProps {
  readonly order: OrderView;
}

const Known = ({ order }: OrderProps): ReactNode => {
  const t = useTexts(adminTexts);
  const { rupees, dateTime } = useFormats();
  return (
    <div className="grid gap-2 text-sm">
      <p>
        {rupees(order.amount)} · {order.status ?? '–'} / {order.provider_status ?? '–'}
      </p>
      {order.review_reason === null ? null : <p className="text-alarm">{order.review_reason}</p>}
      <p className="font-medium">{t.attempts}</p>
      <ul>
        {order.attempts.map(({ cf_payment_id, status, amount, message, seen_at }) => (
          <li key={cf_payment_id}>
            {dateTime(seen_at)} · {status} · {amount === null ? '–' : rupees(amount)} {message}
          </li>
        ))}
      </ul>
      <p className="font-medium">{t.refunds}</p>
      <ul>
        {order.refunds.map(({ refund_id, amount, status, requested_at }) => (
          <li key={refund_id}>
            {dateTime(requested_at)} · {rupees(amount)} · {status}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Which deeds make sense for an order as it stands. */
const deedsFor = ({ status, subscription, review_reason, reviewed_at }: OrderView): (Deed | 'grant')[] => [
  'check',
  ...(status === 'success' ? (['refund'] as const) : (['cancel'] as const)),
  ...(subscription?.active === true ? (['revoke'] as const) : []),
  ...(review_reason !== null && reviewed_at === null ? (['resolve', 'grant'] as const) : []),
];

const Deeds = ({ order }: OrderProps): ReactNode => {
  const t = useTexts(adminTexts);
  const [reason, setReason] = useState('');
  const act = useDeed(order.payment_id);
  return (
    <div className="grid gap-3">
      <Field label={t.reason} hint={t.reasonHint} maxLength={200} value={reason} onText={setReason} />
      {act.isError ? <ProblemNotice error={act.error} /> : null}
      <div className="flex flex-wrap gap-2">
        {deedsFor(order).map((deed) => (
          <Button
            key={deed}
            look={deed === 'check' || deed === 'grant' ? 'soft' : 'alarm'}
            busy={act.isPending && act.variables.deed === deed}
            disabled={reason.trim().length < SHORTEST_REASON || act.isPending}
            onClick={() => {
              act.mutate({ deed, reason: reason.trim() });
            }}
          >
            {t.deeds[deed]}
          </Button>
        ))}
      </div>
    </div>
  );
};

const useDeed = (id: string) => {
  const t = useTexts(adminTexts);
  const token = useOperatorToken();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, reason }: { deed: Deed | 'grant'; reason: string }) => {
      const resolution =
        deed === 'resolve' ? { resolution: 'dismiss' } : deed === 'grant' ? { resolution: 'grant' } : {};
      return doToOrder(token, id, deed === 'grant' ? 'resolve' : deed, { reason, ...resolution });
    },
    onSuccess: () => {
      toast(t.done);
      void queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
};
