import type { SessionView } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { endSession } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { Motif } from '../personas/motif';
import { personaTexts } from '../personas/persona-texts';
import { chatTexts } from './chat-texts';

interface ChatHeaderProps {
  readonly session: SessionView;
}

/** Whom one talks with, that it is an AI, and the way out. */
export const ChatHeader = ({ session }: ChatHeaderProps): ReactNode => {
  const t = useTexts(chatTexts);
  const { base } = session.persona_snapshot;
  const { name, manner } = useTexts(personaTexts)[base];
  const end = useEnd(session.id);
  return (
    <header className="flex items-center gap-2 border-b border-line px-2 py-2">
      <Link
        href="/"
        aria-label={t.back}
        className="grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunk"
      >
        <Icon name="back" />
      </Link>
      <Motif persona={base} className="size-10" />
      <div className="min-w-0 grow">
        <h1 className="flex items-center gap-2 text-xl leading-tight">
          {name}
          <span className="rounded-md border border-edge px-1.5 font-sans text-xs text-soft">{t.ai}</span>
        </h1>
        <p className="truncate text-sm text-soft">{session.off_the_record ? t.offTheRecord : manner}</p>
      </div>
      {session.ended_at === null ? (
        <Button
          look="soft"
          busy={end.isPending}
          onClick={() => {
            end.mutate();
          }}
          className="min-h-11 px-4"
        >
          {t.end}
        </Button>
      ) : null}
    </header>
  );
};

const useEnd = (id: string) => {
  const queries = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: () => endSession(id),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery(id).queryKey, session);
      void queries.invalidateQueries({ queryKey: ['sessions'], exact: true });
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
