import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { exportMe } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { EraseAccount } from './erase-account';
import { EvolutionConsent } from './evolution-consent';
import { settingsTexts } from './settings-texts';

/** What people can do with their data: take it along, take a consent back, delete it all. */
export const OwnData = (): ReactNode => {
  const t = useTexts(settingsTexts);
  return (
    <section className="grid gap-4">
      <div>
        <h2 className="text-xl">{t.data}</h2>
        <p className="text-soft">{t.dataText}</p>
      </div>
      <EvolutionConsent />
      <div className="flex flex-wrap gap-3">
        <ExportButton accept="application/json" name="saathi.json" label={t.exportJson} />
        <ExportButton accept="text/html" name="saathi.html" label={t.exportPage} />
      </div>
      <Link href="/notice" className="justify-self-start text-brand underline underline-offset-4">
        {t.notice}
      </Link>
      <EraseAccount />
    </section>
  );
};

interface ExportButtonProps {
  readonly accept: string;
  /** Of the file. */
  readonly name: string;
  readonly label: string;
}

const ExportButton = ({ accept, name, label }: ExportButtonProps): ReactNode => {
  const t = useTexts(settingsTexts);
  const problemText = useProblemText();
  const take = useMutation({
    mutationFn: () => exportMe(accept),
    onSuccess: (file) => {
      save(file, name);
      toast(t.exported);
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
  return (
    <Button
      look="soft"
      busy={take.isPending}
      onClick={() => {
        take.mutate();
      }}
    >
      <Icon name="download" />
      {label}
    </Button>
  );
};

/** Hands a file to the browser to be kept. */
const save = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
