import { useState, type ReactNode } from 'react';
import { addMemory } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { memoriesTexts } from './memories-texts';
import { useMemoryChange } from './use-memory-change';

const LONGEST = 500;

/** Gives the companion something to remember. */
export const NewMemory = (): ReactNode => {
  const t = useTexts(memoriesTexts);
  const [text, setText] = useState('');
  const add = useMemoryChange((words: string) => addMemory({ text: words }), t.kept);
  return (
    <Form
      className="grid gap-2"
      onSubmit={() => {
        if (text.trim() === '') return;
        add.mutate(text.trim(), {
          onSuccess: () => {
            setText('');
          },
        });
      }}
    >
      <Field label={t.add} hint={t.addHint} maxLength={LONGEST} value={text} onText={setText} />
      <Button
        type="submit"
        look="soft"
        busy={add.isPending}
        disabled={text.trim() === ''}
        className="justify-self-start"
      >
        <Icon name="plus" />
        {t.save}
      </Button>
    </Form>
  );
};
