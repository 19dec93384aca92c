import type { Persona } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { ProblemNotice } from '../../ui/notice';
import { Motif } from '../personas/motif';
import { callTexts } from './call-texts';

interface BeforeCallProps {
  readonly persona: Persona;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onStart: () => void;
}

/** What a call takes, and where the voice goes, before anything is asked of the browser. */
export const BeforeCall = ({ persona, busy, error, onStart }: BeforeCallProps): ReactNode => {
  const t = useTexts(callTexts);
  return (
    <div className="grid grow animate-rise content-center justify-items-center gap-5 text-center">
      <Motif persona={persona} className="size-28" />
      <h2 className="text-2xl">{t.before}</h2>
      <p className="max-w-md">{t.microphone}</p>
      <details className="max-w-md rounded-2xl bg-sunk px-4 py-3 text-left">
        <summary className="min-h-8 cursor-pointer font-medium">{t.where}</summary>
        <p className="mt-2 text-soft">{t.whereText}</p>
      </details>
      {error === null ? null : isProblem(error, 'not_found') ? (
        <p role="alert" className="max-w-md text-alarm">
          {t.none}
        </p>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Button busy={busy} onClick={onStart}>
        <Icon name="call" />
        {t.start}
      </Button>
    </div>
  );
};
