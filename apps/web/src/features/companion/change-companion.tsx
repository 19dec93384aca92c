import type { Persona } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { updateMe } from '../../api/client';
import { meQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { PersonaPicker } from '../personas/persona-picker';
import { companionTexts } from './companion-texts';

interface ChangeCompanionProps {
  readonly current: Persona;
}

/** Chooses another companion, from the next session on. */
export const ChangeCompanion = ({ current }: ChangeCompanionProps): ReactNode => {
  const t = useTexts(companionTexts);
  const [chosen, setChosen] = useState<Persona>();
  const close = (): void => {
    setChosen(undefined);
  };
  const change = useChange(close);
  return (
    <>
      <Button
        look="soft"
        onClick={() => {
          setChosen(current);
        }}
      >
        {t.change}
      </Button>
      <Dialog open={chosen !== undefined} onClose={close} title={t.change} description={t.changeText}>
        <div className="grid gap-4">
          <PersonaPicker label={t.change} value={chosen ?? current} onChange={setChosen} />
          {change.isError ? <ProblemNotice error={change.error} /> : null}
          <Button
            busy={change.isPending}
            onClick={() => {
              change.mutate(chosen ?? current);
            }}
          >
            {t.take}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

const useChange = (onDone: () => void) => {
  const t = useTexts(companionTexts);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (persona: Persona) => updateMe({ persona }),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me);
      void queries.invalidateQueries({ queryKey: ['persona'] });
      toast(t.changed);
      onDone();
    },
  });
};
