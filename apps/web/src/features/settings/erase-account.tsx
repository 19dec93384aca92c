import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { eraseMe } from '../../api/client';
import { endLogin } from '../../api/login';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { settingsTexts } from './settings-texts';

/** Deletes the account, after the word for it was written; then shows the receipt. */
export const EraseAccount = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const [isOpen, setIsOpen] = useState(false);
  const open = (): void => {
    setIsOpen(true);
  };
  const erase = useMutation({ mutationFn: eraseMe });
  const receipt = erase.data?.receipt_id;
  const close = (): void => {
    if (receipt !== undefined) endLogin();
    setIsOpen(false);
  };
  return (
    <>
      <Button look="alarm" className="justify-self-start" onClick={open}>
        {t.erase}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={receipt === undefined ? t.erase : t.erased}
        description={receipt === undefined ? t.eraseText : t.receiptText}
      >
        {receipt === undefined ? (
          <Sure
            error={erase.error}
            busy={erase.isPending}
            onSure={() => {
              erase.mutate();
            }}
          />
        ) : (
          <Receipt id={receipt} onLeave={close} />
        )}
      </Dialog>
    </>
  );
};

interface SureProps {
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onSure: () => void;
}

const Sure = ({ error, busy, onSure }: SureProps): ReactNode => {
  const t = useTexts(settingsTexts);
  const [word, setWord] = useState('');
  return (
    <Form className="grid gap-4" onSubmit={onSure}>
      <Field label={t.eraseAsk(t.eraseWord)} autoComplete="off" value={word} onText={setWord} />
      {error === null ? null : <ProblemNotice error={error} />}
      <Button type="submit" look="alarm" busy={busy} disabled={word.trim().toLowerCase() !== t.eraseWord}>
        {t.erase}
      </Button>
    </Form>
  );
};

interface ReceiptProps {
  readonly id: string;
  readonly onLeave: () => void;
}

const Receipt = ({ id, onLeave }: ReceiptProps): ReactNode => {
  const t = useTexts(settingsTexts);
  return (
    <div className="grid gap-4">
      <p>
        {t.receipt}: <code className="wrap-anywhere">{id}</code>
      </p>
      <Button onClick={onLeave}>{t.leave}</Button>
    </div>
  );
};
