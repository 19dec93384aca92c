import type { MessageView, Persona } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { personaTexts } from '../personas/persona-texts';
import { chatTexts } from './chat-texts';

interface BubbleProps {
  readonly role: MessageView['role'];
  readonly text: string;
  readonly persona: Persona;
  readonly at?: string;
  readonly menu?: ReactNode;
  readonly onLongPress?: () => void;
  /** Whether it is on its way: being sent, or being written. */
  readonly isLive?: boolean;
}

const SIDES = {
  user: 'rounded-br-md bg-brand-fill text-on-brand',
  ai: 'rounded-bl-md border border-line bg-raised',
} as const;

/** Words on the screen, always as text and never as anything to be run. */
export const Bubble = ({
  role,
  text,
  persona,
  at,
  menu,
  onLongPress,
  isLive = false,
}: BubbleProps): ReactNode => {
  const t = useTexts(chatTexts);
  const { time } = useFormats();
  const { name } = useTexts(personaTexts)[persona];
  const who = role === 'user' ? t.you : name;
  return (
    <article
      aria-label={at === undefined ? who : `${who}, ${time(at)}`}
      aria-busy={isLive}
      onContextMenu={(event) => {
        if (onLongPress === undefined || getSelection()?.toString() !== '') return;
        event.preventDefault();
        onLongPress();
      }}
      className={`flex flex-col py-1.5 ${role === 'user' ? 'items-end' : 'items-start'}`}
    >
      <div className={`max-w-[86%] rounded-3xl px-4 py-2.5 wrap-anywhere whitespace-pre-wrap ${SIDES[role]}`}>
        {text}
      </div>
      <div className="flex items-center gap-1 px-3 text-xs text-soft">
        {at === undefined ? null : <time dateTime={at}>{time(at)}</time>}
        {menu}
      </div>
    </article>
  );
};
