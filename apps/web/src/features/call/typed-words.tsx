import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { callTexts } from './call-texts';

interface TypedWordsProps {
  readonly onSay: (text: string) => void;
}

/** For a browser that cannot hear: what is typed is said. */
export const TypedWords = ({ onSay }: TypedWordsProps): ReactNode => {
  const t = useTexts(callTexts);
  const [text, setText] = useState('');
  return (
    <Form
      className="flex items-end gap-2"
      onSubmit={() => {
        if (text.trim() === '') return;
        onSay(text.trim());
        setText('');
      }}
    >
      <div className="grow">
        <Field label={t.type} value={text} onText={setText} autoComplete="off" />
      </div>
      <Button type="submit" disabled={text.trim() === ''}>
        {t.send}
      </Button>
    </Form>
  );
};
