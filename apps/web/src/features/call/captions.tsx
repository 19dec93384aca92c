import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import type { CallState } from './call-state';
import { callTexts } from './call-texts';

interface CaptionsProps {
  readonly state: CallState;
}

/** What is said, to be read along. */
export const Captions = ({ state: { lines, partial } }: CaptionsProps): ReactNode => {
  const t = useTexts(callTexts);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [lines, partial]);
  return (
    <div
      role="log"
      aria-label={t.captions}
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto rounded-3xl border border-line bg-raised p-4"
    >
      {lines.map(({ key, role, text }) => (
        <p
          key={key}
          className={`mb-2 wrap-anywhere ${role === 'ai' ? 'font-display text-lg text-tint' : 'text-right'}`}
        >
          {text}
        </p>
      ))}
      {partial === '' ? null : <p className="text-right text-soft italic">{partial}</p>}
      <div ref={end} />
    </div>
  );
};
