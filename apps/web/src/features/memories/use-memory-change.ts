import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';

/**
 * A change of what is remembered.
 * @param change asks the gateway for it
 * @param told what is said when it is done
 */
export const useMemoryChange = <Given>(change: (given: Given) => Promise<unknown>, told: string) => {
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      toast(told);
      return queries.invalidateQueries({ queryKey: ['memories'] });
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
