import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { companionTexts } from './companion-texts';
import { useUpdatePersona } from './use-update-persona';

const MOST = 8;
const LONGEST = 120;

interface BoundariesProps {
  readonly lines: readonly string[];
}

/** What the companion must never do, in the person's own words. */
export const Boundaries = ({ lines }: BoundariesProps): ReactNode => {
  const t = useTexts(companionTexts);
  const update = useUpdatePersona();
  const put = (boundaries: string[]): void => {
    update.mutate({ boundaries });
  };
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t.boundaries}</h2>
      <p className="-mt-2 text-soft">{t.boundariesText}</p>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <li
            key={line}
            className="flex items-center gap-2 rounded-2xl border border-line bg-raised py-1 pr-1 pl-4"
          >
            <span className="min-w-0 grow wrap-anywhere">{line}</span>
            <IconButton
              label={t.removeOne(line)}
              onClick={() => {
                put(lines.filter((other) => other !== line));
              }}
            >
              <Icon name="close" />
            </IconButton>
          </li>
        ))}
      </ul>
      {lines.length < MOST ? (
        <NewBoundary
          busy={update.isPending}
          onAdd={(line) => {
            put([...lines, line]);
          }}
        />
      ) : null}
    </section>
  );
};

interface NewBoundaryProps {
  readonly busy: boolean;
  readonly onAdd: (line: string) => void;
}

const NewBoundary = ({ busy, onAdd }: NewBoundaryProps): ReactNode => {
  const t = useTexts(companionTexts);
  const [text, setText] = useState('');
  return (
    <Form
      className="grid gap-2"
      onSubmit={() => {
        if (text.trim() === '') return;
        onAdd(text.trim());
        setText('');
      }}
    >
      <Field label={t.boundary} hint={t.boundaryHint} maxLength={LONGEST} value={text} onText={setText} />
      <Button
        type="submit"
        look="soft"
        busy={busy}
        disabled={text.trim() === ''}
        className="justify-self-start"
      >
        <Icon name="plus" />
        {t.add}
      </Button>
    </Form>
  );
};
