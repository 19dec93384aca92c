import { ConsentPurpose } from '@saathi/contracts/enums';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { changeConsent } from '../../api/client';
import { consentsQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { useProblemText } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { toast } from '../../ui/toast';
import { settingsTexts } from './settings-texts';

/** The one consent that can be taken back by itself. */
export const EvolutionConsent = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const problemText = useProblemText();
  const queries = useQueryClient();
  const consents = useQuery(consentsQuery);
  const change = useMutation({
    mutationFn: (given: boolean) => changeConsent(ConsentPurpose.Evolution, given),
    onSuccess: (list) => {
      queries.setQueryData(consentsQuery.queryKey, list);
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
  const isGiven = consents.data?.items.some(
    ({ purpose, withdrawn_at }) => purpose === ConsentPurpose.Evolution && withdrawn_at === null,
  );
  return (
    <Switch
      label={t.evolution}
      text={t.evolutionText}
      checked={isGiven === true}
      disabled={isGiven === undefined || change.isPending}
      onChange={change.mutate}
    />
  );
};
