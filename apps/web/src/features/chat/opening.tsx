import type { Persona } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Motif } from '../personas/motif';
import { personaTexts } from '../personas/persona-texts';
import { chatTexts } from './chat-texts';

interface OpeningProps {
  readonly persona: Persona;
  readonly isEmpty: boolean;
}

/** Above everything said: that this is an AI; and while nothing is said, somebody who waits for it. */
export const Opening = ({ persona, isEmpty }: OpeningProps): ReactNode => {
  const t = useTexts(chatTexts);
  const { line } = useTexts(personaTexts)[persona];
  return (
    <div className="mb-4 grid justify-items-center gap-4 text-center">
      <p className="rounded-full bg-sunk px-4 py-1.5 text-sm text-soft">{t.aiNotice}</p>
      {isEmpty ? (
        <div className="grid animate-rise justify-items-center gap-3 px-6 pt-8">
          <Motif persona={persona} className="size-20" />
          <p className="max-w-sm font-display text-xl leading-relaxed text-tint">{line}</p>
          <p className="max-w-sm text-soft">{t.fresh}</p>
        </div>
      ) : null}
    </div>
  );
};
