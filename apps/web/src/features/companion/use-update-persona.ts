import type { UpdatePersonaBody } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updatePersona } from '../../api/client';
import { personaQuery } from '../../api/queries';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';

/** Changes what is the person's own to say about their companion. */
export const useUpdatePersona = () => {
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdatePersonaBody) => updatePersona(body),
    onSuccess: (persona) => {
      queries.setQueryData(personaQuery.queryKey, persona);
      void queries.invalidateQueries({ queryKey: ['persona', 'versions'] });
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
