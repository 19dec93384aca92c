import type { ChallengeView } from '@saathi/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { resendOtp } from '../../api/client';
import { Problem } from '../../api/problem';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { useCountdown } from '../../ui/use-countdown';
import { signInTexts } from './sign-in-texts';

interface ResendButtonProps {
  readonly challenge: ChallengeView;
}

/** Asks for another mail, once the wait is over. */
export const ResendButton = ({ challenge }: ResendButtonProps): ReactNode => {
  const t = useTexts(signInTexts);
  const { clock } = useFormats();
  const problemText = useProblemText();
  const [wait, setWait] = useState({ seconds: challenge.resend_after });
  const left = useCountdown(wait);
  const resend = useMutation({
    mutationFn: () => resendOtp(challenge.challenge_id),
    onSuccess: ({ resend_after }) => {
      setWait({ seconds: resend_after });
      toast(t.resent);
    },
    onError: (error) => {
      const after = error instanceof Problem ? error.details.retry_after : undefined;
      if (after !== undefined) setWait({ seconds: after });
      toast(problemText(error));
    },
  });
  return (
    <Button
      look="quiet"
      busy={resend.isPending}
      disabled={left > 0}
      onClick={() => {
        resend.mutate();
      }}
    >
      {left > 0 ? t.resendIn(clock(left)) : t.resend}
    </Button>
  );
};
