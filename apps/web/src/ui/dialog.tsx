import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts, useTexts } from '../i18n/texts';
import { IconButton } from './button';
import { Icon } from './icon';

const dialogTexts = texts({ 'hi-IN': { close: 'बंद करें' }, 'en-IN': { close: 'Close' } });

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: ReactNode;
}

const SHEET =
  'fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full max-w-lg overflow-y-auto rounded-t-3xl bg-raised ' +
  'p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))] shadow-lift animate-rise sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-3xl';

/** A sheet from below on a phone, a card in the middle elsewhere. */
export const Dialog = ({ open, onClose, title, description, children }: DialogProps): ReactNode => {
  const { close } = useTexts(dialogTexts);
  return (
    <Primitive.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-[#17111d]/55" />
        <Primitive.Content
          className={SHEET}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="flex items-start justify-between gap-3">
            <Primitive.Title className="min-w-0 pt-1.5 text-xl wrap-anywhere">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={close}>
                <Icon name="close" />
              </IconButton>
            </Primitive.Close>
          </div>
          {description === undefined ? null : (
            <Primitive.Description className="mt-1 text-soft">{description}</Primitive.Description>
          )}
          <div className="mt-4">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
};
