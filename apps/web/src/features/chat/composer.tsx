import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { usageQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import type { ChatState } from './chat-state';
import { chatTexts } from './chat-texts';
import { keepDraft, keptDraft } from './draft';

const MAX_CHARACTERS = 4000;
/** From here on it is said how many messages are left. */
const FEW_LEFT = 10;

interface ComposerProps {
  readonly id: string;
  readonly state: ChatState;
  readonly onSay: (text: string) => Promise<boolean>;
  readonly onStop: () => void;
}

/** Where one writes. Enter sends, except on a touch keyboard, where it begins a new line. */
export const Composer = ({ id, state, onSay, onStop }: ComposerProps): ReactNode => {
  const t = useTexts(chatTexts);
  const { number } = useFormats();
  const { box, text, excess, canSend, write, send } = useWriting(id, state, onSay);
  return (
    <form
      className="border-t border-line bg-paper px-3 pt-2 pb-[calc(.75rem+env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {excess > 0 ? (
        <p role="alert" className="pb-1 text-sm text-alarm">
          {t.tooLong(number(excess))}
        </p>
      ) : (
        <FewLeft />
      )}
      <div className="flex items-end gap-2 rounded-[1.75rem] border border-edge bg-raised p-1.5 focus-within:border-brand">
        <WritingBox box={box} text={text} onWrite={write} onSend={() => void send()} />
        {state.reply === undefined ? (
          <RoundButton label={t.send} icon="send" disabled={!canSend} />
        ) : (
          <RoundButton label={t.stop} icon="stop" onClick={onStop} />
        )}
      </div>
    </form>
  );
};

/** What is being written: kept as a draft until it is said, and put back when it could not be. */
const useWriting = (id: string, state: ChatState, onSay: ComposerProps['onSay']) => {
  const [text, setText] = useState(() => keptDraft(id));
  const box = useRef<HTMLTextAreaElement>(null);
  const excess = [...text].length - MAX_CHARACTERS;
  const canSend = text.trim() !== '' && excess <= 0 && state.reply === undefined && state.isLoaded;
  const write = (next: string): void => {
    setText(next);
    keepDraft(id, next);
  };
  const send = async (): Promise<void> => {
    if (!canSend) return;
    write('');
    box.current?.focus();
    if (!(await onSay(text))) setText((since) => (since === '' ? text : since));
  };
  return { box, text, excess, canSend, write, send };
};

interface WritingBoxProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onSend: () => void;
}

const WritingBox = ({ box, text, onWrite, onSend }: WritingBoxProps): ReactNode => {
  const t = useTexts(chatTexts);
  return (
    <textarea
      ref={box}
      aria-label={t.writeLabel}
      placeholder={t.write}
      rows={1}
      value={text}
      onChange={({ target }) => {
        onWrite(target.value);
      }}
      onKeyDown={(event) => {
        if (!sendsNow(event)) return;
        event.preventDefault();
        onSend();
      }}
      className="field-sizing-content max-h-40 min-h-11 grow resize-none bg-transparent px-3 py-2 outline-none placeholder:text-soft"
    />
  );
};

const sendsNow = ({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !shiftKey && !nativeEvent.isComposing && !matchMedia('(pointer: coarse)').matches;

const FewLeft = (): ReactNode => {
  const t = useTexts(chatTexts);
  const { number } = useFormats();
  const left = useQuery(usageQuery).data?.messages_left ?? null;
  return left === null || left > FEW_LEFT ? null : (
    <p className="pb-1 text-center text-sm text-soft">{t.left(number(left))}</p>
  );
};

interface RoundButtonProps {
  readonly label: string;
  readonly icon: 'send' | 'stop';
  readonly disabled?: boolean;
  readonly onClick?: () => void;
}

/** Sends unless it is told what else to do. */
const RoundButton = ({ label, icon, disabled = false, onClick }: RoundButtonProps): ReactNode => (
  <button
    type={onClick === undefined ? 'submit' : 'button'}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
    className="grid size-11 shrink-0 place-items-center rounded-full bg-brand-fill text-on-brand transition disabled:opacity-40"
  >
    <Icon name={icon} />
  </button>
);
