import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { listOperatorActions } from '../../api/admin-client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { adminTexts } from './admin-texts';
import { useOperatorToken } from './operator-login';

/** What operators did, newest first. */
export const Actions = (): ReactNode => {
  const t = useTexts(adminTexts);
  const { dateTime } = useFormats();
  const token = useOperatorToken();
  const actions = useQuery({ queryKey: ['admin', 'actions'], queryFn: () => listOperatorActions(token) });
  if (actions.isPending) return <Loading />;
  if (actions.isError) return <ProblemNotice error={actions.error} onRetry={() => void actions.refetch()} />;
  if (actions.data.items.length === 0) return <p className="text-soft">{t.none}</p>;
  return (
    <ul className="grid gap-2">
      {actions.data.items.map(({ id, kind, operator_email, subject_id, reason, created_at }) => (
        <li key={id} className="rounded-2xl border border-line bg-raised px-4 py-2 wrap-anywhere">
          <p>
            {kind} · {operator_email}
          </p>
          <p className="text-sm text-soft">
            {dateTime(created_at)} · {subject_id ?? '–'} {reason}
          </p>
        </li>
      ))}
    </ul>
  );
};
