import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { memoriesTexts } from './memories-texts';

const LONGEST = 500;

interface CorrectMemoryProps {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** Puts a memory into better words. */
export const CorrectMemory = ({ text, onSave, onClose }: CorrectMemoryProps): ReactNode => {
  const t = useTexts(memoriesTexts);
  const [words, setWords] = useState(text);
  return (
    <Dialog open onClose={onClose} title={t.correct}>
      <Form
        className="grid gap-4"
        onSubmit={() => {
          onSave(words.trim());
        }}
      >
        <Field label={t.add} maxLength={LONGEST} value={words} onText={setWords} />
        <Button type="submit" disabled={words.trim() === ''}>
          {t.save}
        </Button>
      </Form>
    </Dialog>
  );
};
