import type { SessionView } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { homeTexts } from './home-texts';
import { SessionCard } from './session-card';

interface SessionListProps {
  readonly items: readonly SessionView[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly onMore: (() => void) | undefined;
}

/** Past sessions, newest first. */
export const SessionList = ({ items, isLoading, error, onMore }: SessionListProps): ReactNode => {
  const t = useTexts(homeTexts);
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="text-xl">{t.past}</h2>
      {isLoading ? <Loading /> : null}
      {error === null ? null : <ProblemNotice error={error} />}
      {!isLoading && error === null && items.length === 0 ? <p className="text-soft">{t.none}</p> : null}
      <ul className="grid grid-cols-1 gap-3">
        {items.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </ul>
      {onMore === undefined ? null : (
        <Button look="soft" onClick={onMore}>
          {t.more}
        </Button>
      )}
    </section>
  );
};
