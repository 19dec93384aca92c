import type { WebhookView } from '@saathi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { listWebhooks, replayWebhook } from '../../api/admin-client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Loading } from '../../ui/loading';
import { ProblemNotice, useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { adminTexts } from './admin-texts';
import { useOperatorToken } from './operator-login';

const STATUSES = ['failed', 'quarantined', 'received', 'stale', 'ignored', 'processed'] as const;

/** Webhooks by their state; one that failed can be acted on once more. */
export const Webhooks = (): ReactNode => {
  const t = useTexts(adminTexts);
  const token = useOperatorToken();
  const [status, setStatus] = useState<WebhookView['status']>('failed');
  const webhooks = useQuery({
    queryKey: ['admin', 'webhooks', status],
    queryFn: () => listWebhooks(token, status),
  });
  return (
    <div className="grid gap-4">
      <Choice
        label={t.status}
        options={STATUSES.map((value) => ({ value, label: t.webhookStatuses[value] }))}
        value={status}
        onChange={setStatus}
      />
      {webhooks.isPending ? <Loading /> : null}
      {webhooks.isError ? (
        <ProblemNotice error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      ) : null}
      {webhooks.data?.items.length === 0 ? <p className="text-soft">{t.none}</p> : null}
      <ul className="grid gap-2">
        {webhooks.data?.items.map((webhook) => (
          <Webhook key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </div>
  );
};

interface WebhookProps {
  readonly webhook: WebhookView;
}

const Webhook = ({
  webhook: { id, event_type, cashfree_order_id, reason, received_at },
}: WebhookProps): ReactNode => {
  const t = useTexts(adminTexts);
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const token = useOperatorToken();
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => replayWebhook(token, id, 'replayed at the desk'),
    onSuccess: () => {
      toast(t.done);
      void queries.invalidateQueries({ queryKey: ['admin', 'webhooks'] });
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-2xl border border-line bg-raised px-4 py-2">
      <div className="min-w-0 grow wrap-anywhere">
        <p>{event_type ?? '–'}</p>
        <p className="text-sm text-soft">
          {dateTime(received_at)} · {cashfree_order_id ?? '–'} {reason}
        </p>
      </div>
      <Button
        look="soft"
        busy={replay.isPending}
        onClick={() => {
          replay.mutate();
        }}
      >
        {t.replay}
      </Button>
    </li>
  );
};
