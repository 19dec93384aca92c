import type { Persona } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { ProblemNotice } from '../../ui/notice';
import { Motif } from '../personas/motif';
import { personaTexts } from '../personas/persona-texts';
import { Bubble } from './bubble';
import { canMakeAgain, type ChatState } from './chat-state';
import { chatTexts } from './chat-texts';

interface LiveEndProps {
  readonly state: ChatState;
  readonly persona: Persona;
  readonly onAgain: () => void;
}

/** The end of the talk, where something is just happening. */
export const LiveEnd = ({ state, persona, onAgain }: LiveEndProps): ReactNode => {
  const { outgoing, reply, isCut, problem } = state;
  const t = useTexts(chatTexts);
  return (
    <>
      {outgoing === undefined ? null : <Bubble role="user" text={outgoing} persona={persona} isLive />}
      {reply === undefined || reply.text === '' ? null : (
        <Bubble role="ai" text={reply.text} persona={persona} isLive />
      )}
      {reply?.text === '' && !isCut ? <Thinking persona={persona} /> : null}
      {isCut ? (
        <p role="status" className="my-2 rounded-2xl bg-lamp-soft px-4 py-2.5 text-lamp-ink">
          {t.cut}
        </p>
      ) : null}
      {problem === undefined ? null : <ProblemNotice error={problem} />}
      {canMakeAgain(state) ? <MakeAgain state={state} onAgain={onAgain} /> : null}
      <Announcement state={state} persona={persona} />
    </>
  );
};

const Thinking = ({ persona }: Pick<LiveEndProps, 'persona'>): ReactNode => {
  const { thinking } = useTexts(chatTexts);
  const { name } = useTexts(personaTexts)[persona];
  return (
    <p role="status" className="flex items-center gap-2 py-2 text-soft">
      <Motif persona={persona} className="size-7 animate-breathe" />
      <span className="text-sm">{thinking(name)}</span>
    </p>
  );
};

const MakeAgain = ({ state, onAgain }: Pick<LiveEndProps, 'state' | 'onAgain'>): ReactNode => {
  const t = useTexts(chatTexts);
  return (
    <div className="my-2 flex flex-wrap items-center gap-x-3 text-sm text-soft">
      <span>{state.messages.at(-1)?.role === 'user' ? t.missing : t.stopped}</span>
      <Button look="quiet" onClick={onAgain} className="min-h-11 px-3">
        <Icon name="again" />
        {t.again}
      </Button>
    </div>
  );
};

/** Reads a reply out once it is whole, not piece by piece. */
const Announcement = ({ state, persona }: Pick<LiveEndProps, 'state' | 'persona'>): ReactNode => {
  const { name } = useTexts(personaTexts)[persona];
  const last = state.messages.at(-1);
  const isNew = last?.role === 'ai' && state.reply === undefined;
  return (
    <p aria-live="polite" className="sr-only">
      {isNew ? `${name}: ${last.text}` : ''}
    </p>
  );
};
