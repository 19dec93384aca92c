import type { MessageView, Persona } from '@saathi/contracts';
import { useMutation } from '@tanstack/react-query';
import { memo, useState, type ReactNode } from 'react';
import { deleteMessage } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { Confirm } from '../../ui/confirm';
import { Menu, type MenuItem } from '../../ui/menu';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { CrisisCard } from '../safety/crisis-card';
import { Bubble } from './bubble';
import { chatTexts } from './chat-texts';
import { ReportDialog } from './report-dialog';

interface MessageProps {
  readonly message: MessageView;
  readonly persona: Persona;
  readonly onRemoved: () => void;
}

type Asking = 'nothing' | 'remove' | 'report';

/** Something that was said, with what can be done about it. */
export const Message = memo(({ message, persona, onRemoved }: MessageProps): ReactNode => {
  const t = useTexts(chatTexts);
  const [asking, setAsking] = useState<Asking>('nothing');
  const [isOpen, setIsOpen] = useState(false);
  const remove = useRemove(message.id, onRemoved);
  const done = (): void => {
    setAsking('nothing');
  };
  const items = useMenuItems(message, setAsking);
  return (
    <>
      <Bubble
        role={message.role}
        text={message.text}
        at={message.created_at}
        persona={persona}
        onLongPress={() => {
          setIsOpen(true);
        }}
        menu={<Menu label={t.options} items={items} open={isOpen} onOpenChange={setIsOpen} small />}
      />
      {message.safety === undefined ? null : <CrisisCard notice={message.safety} />}
      <Confirm
        open={asking === 'remove'}
        onClose={done}
        onConfirm={() => {
          remove.mutate();
        }}
        title={t.removeTitle}
        text={t.removeText}
        action={t.remove}
      />
      {asking === 'report' ? <ReportDialog messageId={message.id} onClose={done} /> : null}
    </>
  );
});
Message.displayName = 'Message';

const useMenuItems = ({ role, text }: MessageView, onAsk: (asking: Asking) => void): MenuItem[] => {
  const t = useTexts(chatTexts);
  const copy: MenuItem = {
    label: t.copy,
    icon: 'copy',
    onSelect: () => {
      void navigator.clipboard.writeText(text).then(() => {
        toast(t.copied);
      });
    },
  };
  const report: MenuItem = {
    label: t.report,
    icon: 'flag',
    onSelect: () => {
      onAsk('report');
    },
  };
  const remove: MenuItem = {
    label: t.remove,
    icon: 'trash',
    alarming: true,
    onSelect: () => {
      onAsk('remove');
    },
  };
  return role === 'ai' ? [copy, report, remove] : [copy, remove];
};

const useRemove = (id: string, onRemoved: () => void) => {
  const t = useTexts(chatTexts);
  const problemText = useProblemText();
  return useMutation({
    mutationFn: () => deleteMessage(id),
    onSuccess: () => {
      onRemoved();
      toast(t.removed);
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
