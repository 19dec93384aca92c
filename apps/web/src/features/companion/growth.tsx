import type { PersonaOpView, PersonaVersionView } from '@saathi/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { undoPersona } from '../../api/client';
import { personaQuery, personaVersionsQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { ProblemNotice, useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { companionTexts } from './companion-texts';

/** Every change of the companion, what it was learned from, and the way back. */
export const Growth = (): ReactNode => {
  const t = useTexts(companionTexts);
  const versions = useInfiniteQuery(personaVersionsQuery);
  const undo = useUndo();
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  const changes = items.filter(({ ops }) => ops.length > 0);
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t.history}</h2>
      <p className="-mt-2 text-soft">{changes.length === 0 ? t.noHistory : t.historyText}</p>
      {versions.isError ? <ProblemNotice error={versions.error} /> : null}
      {changes.length === 0 ? null : (
        <Button
          look="soft"
          busy={undo.isPending}
          className="justify-self-start"
          onClick={() => {
            undo.mutate();
          }}
        >
          <Icon name="undo" />
          {t.undo}
        </Button>
      )}
      <ol className="grid gap-3 border-l-2 border-line pl-4">
        {changes.map((version) => (
          <Change key={version.revision} version={version} />
        ))}
      </ol>
      {versions.hasNextPage ? (
        <Button look="quiet" onClick={() => void versions.fetchNextPage()}>
          {t.older}
        </Button>
      ) : null}
    </section>
  );
};

interface ChangeProps {
  readonly version: PersonaVersionView;
}

const Change = ({ version: { ops, actor, session_id, created_at } }: ChangeProps): ReactNode => {
  const t = useTexts(companionTexts);
  const { dateTime } = useFormats();
  const describe = useDescription();
  return (
    <li>
      <p className="text-sm text-soft">
        {dateTime(created_at)} · {t.actors[actor]}
        {session_id === null ? null : (
          <>
            {' · '}
            <Link href={`/chat/${session_id}`} className="underline underline-offset-4">
              {t.talk}
            </Link>
          </>
        )}
      </p>
      <ul>
        {ops.map((op, index) => (
          <li key={`${op.path} ${String(index)}`}>{describe(op)}</li>
        ))}
      </ul>
    </li>
  );
};

/** Says a change in words. */
const useDescription = (): ((op: PersonaOpView) => string) => {
  const t = useTexts(companionTexts);
  const axes: Readonly<Record<string, string>> = t.axes;
  return ({ op, path, amount, text }) => {
    const what =
      axes[path.replace('/style/', '')] ?? t.places[path.replace(/\/\d+$|\/-$/, '')] ?? path.slice(1);
    return t.ops[op](what, op === 'nudge' ? (amount > 0 ? t.more : t.less) : text);
  };
};

const useUndo = () => {
  const t = useTexts(companionTexts);
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: undoPersona,
    onSuccess: (persona) => {
      queries.setQueryData(personaQuery.queryKey, persona);
      void queries.invalidateQueries({ queryKey: ['persona', 'versions'] });
      toast(t.undone);
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
