import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts, useTexts } from '../i18n/texts';
import { buttonLook } from './button';

const confirmTexts = texts({ 'hi-IN': { cancel: 'रहने दें' }, 'en-IN': { cancel: 'Keep it' } });

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly children?: ReactNode;
}

const CARD =
  'fixed inset-x-4 inset-y-0 z-50 m-auto h-fit max-w-md rounded-3xl bg-raised p-6 shadow-lift animate-rise';

/** Asks before something that cannot be taken back. */
export const Confirm = ({
  open,
  onClose,
  onConfirm,
  title,
  text,
  action,
  children,
}: ConfirmProps): ReactNode => {
  const { cancel } = useTexts(confirmTexts);
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-[#17111d]/55" />
        <AlertDialog.Content className={CARD}>
          <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-soft">{text}</AlertDialog.Description>
          {children}
          <div className="mt-5 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel className={buttonLook('soft')}>{cancel}</AlertDialog.Cancel>
            <AlertDialog.Action className={buttonLook('alarm')} onClick={onConfirm}>
              {action}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
