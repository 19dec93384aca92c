import type { SessionView } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { deleteSession } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Confirm } from '../../ui/confirm';
import { Menu } from '../../ui/menu';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { Motif } from '../personas/motif';
import { tintOf } from '../personas/persona-texts';
import { homeTexts } from './home-texts';

interface SessionCardProps {
  readonly session: SessionView;
}

/** What a session was about, as far as it is known. */
const useGist = ({
  ended_at,
  summary_status,
  next_time_focus,
  partner_type_one_liner,
  preview,
}: SessionView): string => {
  const t = useTexts(homeTexts);
  if (ended_at === null) return t.open;
  if (summary_status === 'pending') return t.pending;
  if (summary_status === 'failed') return t.failed;
  return next_time_focus?.[0] ?? partner_type_one_liner ?? preview ?? t.skipped;
};

export const SessionCard = ({ session }: SessionCardProps): ReactNode => (
  <li
    style={tintOf(session.persona_snapshot.base)}
    className="flex items-center gap-1 rounded-3xl border border-line bg-raised pr-1 transition hover:border-edge"
  >
    <SessionLink session={session} />
    <SessionMenu session={session} />
  </li>
);

const SessionLink = ({ session }: SessionCardProps): ReactNode => {
  const t = useTexts(homeTexts);
  const { day, time } = useFormats();
  const gist = useGist(session);
  const { id, type, started_at, persona_snapshot } = session;
  return (
    <Link href={`/chat/${id}`} className="flex min-w-0 grow items-center gap-3 rounded-3xl p-4">
      <Motif persona={persona_snapshot.base} className="size-9" />
      <span className="min-w-0">
        <span className="block truncate">{gist}</span>
        <span className="block text-sm text-soft">
          {type === 'call' ? `${t.callSession} · ` : ''}
          {day(started_at)}, {time(started_at)}
        </span>
      </span>
    </Link>
  );
};

const SessionMenu = ({ session }: SessionCardProps): ReactNode => {
  const t = useTexts(homeTexts);
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDelete(session.id);
  const ask = (): void => {
    setIsAsking(true);
  };
  return (
    <>
      <Menu label={t.menu} items={[{ label: t.remove, icon: 'trash', alarming: true, onSelect: ask }]} />
      <Confirm
        open={isAsking}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={() => {
          remove.mutate();
        }}
        title={t.removeTitle}
        text={t.removeText}
        action={t.remove}
      />
    </>
  );
};

const useDelete = (id: string) => {
  const t = useTexts(homeTexts);
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => deleteSession(id),
    onSuccess: () => {
      toast(t.removed);
      queries.removeQueries({ queryKey: ['sessions', id] });
      void queries.invalidateQueries();
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
