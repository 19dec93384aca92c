import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button, buttonLook } from '../../ui/button';
import { CrisisCard } from '../safety/crisis-card';
import type { CallState } from './call-state';
import { callTexts } from './call-texts';

interface CallEndProps {
  readonly state: CallState;
  readonly onAgain: () => void;
}

/** How a call ended, and where its words are. */
export const CallEnd = ({ state, onAgain }: CallEndProps): ReactNode => {
  const t = useTexts(callTexts);
  const { clock } = useFormats();
  const queries = useQueryClient();
  const { reason, duration_seconds, session_id, notice } = state;
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['sessions'] });
    void queries.invalidateQueries({ queryKey: ['usage'] });
  }, [queries]);
  return (
    <div className="grid grow content-center justify-items-center gap-4 text-center">
      <h2 className="text-2xl">{t.ended}</h2>
      {duration_seconds === undefined ? null : (
        <p className="text-soft">{t.lasted(clock(duration_seconds))}</p>
      )}
      {reason === undefined || t.reasons[reason] === undefined ? null : <p>{t.reasons[reason]}</p>}
      {notice === undefined ? null : <CrisisCard notice={notice} />}
      <div className="flex flex-wrap justify-center gap-3">
        {session_id === undefined ? null : (
          <Link href={`/chat/${session_id}`} className={buttonLook('primary')}>
            {t.toTalk}
          </Link>
        )}
        <Button look="soft" onClick={onAgain}>
          {t.again}
        </Button>
      </div>
    </div>
  );
};
