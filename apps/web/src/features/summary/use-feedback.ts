import type { SummaryFeedbackBody } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { giveSummaryFeedback } from '../../api/client';
import { summaryQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { summaryTexts } from './summary-texts';

/** Says of a value that it is so, that it is not, or that the sessions shall decide. */
export const useFeedback = () => {
  const t = useTexts(summaryTexts);
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SummaryFeedbackBody) => giveSummaryFeedback(body),
    onSuccess: (summary, { verdict }) => {
      queries.setQueryData(summaryQuery.queryKey, summary);
      void queries.invalidateQueries({ queryKey: ['summary', 'history'] });
      toast(t.done[verdict]);
    },
    onError: (error) => {
      toast(problemText(error));
    },
  });
};
