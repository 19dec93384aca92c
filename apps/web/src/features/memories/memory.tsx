import type { MemoryView, UpdateMemoryBody } from '@saathi/contracts';
import { useState, type ReactNode } from 'react';
import { forgetMemory, updateMemory } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Confirm } from '../../ui/confirm';
import { Icon } from '../../ui/icon';
import { Menu, type MenuItem } from '../../ui/menu';
import { CorrectMemory } from './correct-memory';
import { memoriesTexts } from './memories-texts';
import { useMemoryChange } from './use-memory-change';

interface MemoryProps {
  readonly memory: MemoryView;
}

type Asking = 'nothing' | 'correct' | 'forget';

export const Memory = ({ memory }: MemoryProps): ReactNode => {
  const t = useTexts(memoriesTexts);
  const { date } = useFormats();
  const { kind, text, pinned, source_message_ids, created_at } = memory;
  return (
    <li className="flex items-start gap-2 rounded-2xl border border-line bg-raised py-3 pr-1 pl-4">
      <div className="min-w-0 grow">
        <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-soft">
          <span className="rounded-full bg-sunk px-2">{t.kinds[kind]}</span>
          {source_message_ids.length === 0 ? t.own : t.heard} · {date(created_at)}
          {pinned ? (
            <span className="flex items-center gap-1 text-leaf">
              <Icon name="pin" className="size-4" />
              {t.pinned}
            </span>
          ) : null}
        </p>
      </div>
      <MemoryMenu memory={memory} />
    </li>
  );
};

const MemoryMenu = ({ memory: { id, text, pinned } }: MemoryProps): ReactNode => {
  const t = useTexts(memoriesTexts);
  const [asking, setAsking] = useState<Asking>('nothing');
  const update = useMemoryChange((body: UpdateMemoryBody) => updateMemory(id, body), t.kept);
  const forget = useMemoryChange(() => forgetMemory(id), t.forgotten);
  const done = (): void => {
    setAsking('nothing');
  };
  const pin = (): void => {
    update.mutate({ pinned: !pinned });
  };
  return (
    <>
      <Menu label={t.options(text)} items={useItems(pinned, pin, setAsking)} />
      {asking === 'correct' ? (
        <CorrectMemory
          text={text}
          onSave={(words) => {
            update.mutate({ text: words });
            done();
          }}
          onClose={done}
        />
      ) : null}
      <Confirm
        open={asking === 'forget'}
        onClose={done}
        onConfirm={forget.mutate}
        title={t.forgetTitle}
        text={t.forgetText}
        action={t.forget}
      />
    </>
  );
};

const useItems = (pinned: boolean, onPin: () => void, onAsk: (asking: Asking) => void): MenuItem[] => {
  const t = useTexts(memoriesTexts);
  const asking = (what: Asking) => (): void => {
    onAsk(what);
  };
  return [
    { label: pinned ? t.unpin : t.pin, icon: 'pin', onSelect: onPin },
    { label: t.correct, icon: 'edit', onSelect: asking('correct') },
    { label: t.forget, icon: 'trash', alarming: true, onSelect: asking('forget') },
  ];
};
