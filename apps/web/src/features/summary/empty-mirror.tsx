import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Mark } from '../../ui/mark';
import { useStartTalk } from '../home/use-start-talk';
import { summaryTexts } from './summary-texts';

/** Before the first summary: what will be here, and how it comes about. */
export const EmptyMirror = (): ReactNode => {
  const t = useTexts(summaryTexts);
  const start = useStartTalk();
  return (
    <section className="grid justify-items-center gap-4 rounded-[2rem] border border-dashed border-edge p-8 text-center">
      <Mark className="size-16 animate-breathe" />
      <h2 className="text-xl">{t.empty}</h2>
      <p className="max-w-md text-soft">{t.emptyText}</p>
      <Button busy={start.isPending} onClick={start.plain}>
        {t.start}
      </Button>
    </section>
  );
};
