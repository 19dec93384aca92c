import type { ChallengeView } from '@saathi/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { verifyOtp } from '../../api/client';
import { beginLogin } from '../../api/login';
import { Problem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { useProblemText } from '../../ui/notice';
import { isWholeOtp, otpDigits } from './otp-digits';
import { ResendButton } from './resend-button';
import { signInTexts } from './sign-in-texts';

interface CodeStepProps {
  readonly email: string;
  readonly challenge: ChallengeView;
  readonly onNewcomer: (token: string) => void;
  readonly onOtherEmail: () => void;
}

const FOR_A_CODE = {
  autoFocus: true,
  autoComplete: 'one-time-code',
  inputMode: 'numeric',
  className: 'text-center text-2xl tracking-[.4em]',
} as const;

/** The code, typed, pasted or filled in by the phone; six digits are handed in by themselves. */
export const CodeStep = ({ email, challenge, onNewcomer, onOtherEmail }: CodeStepProps): ReactNode => {
  const t = useTexts(signInTexts);
  const [digits, setDigits] = useState('');
  const verify = useVerify(challenge.challenge_id, onNewcomer);
  const problem = useCodeProblem(verify.error);
  return (
    <Form
      className="grid animate-rise gap-5"
      onSubmit={() => {
        verify.mutate(digits);
      }}
    >
      <Sent email={email} />
      <Field
        label={t.code}
        problem={problem}
        {...FOR_A_CODE}
        value={digits}
        onText={(typed) => {
          const next = otpDigits(typed);
          setDigits(next);
          if (isWholeOtp(next) && next !== digits) verify.mutate(next);
        }}
      />
      <Button type="submit" busy={verify.isPending} disabled={!isWholeOtp(digits)}>
        {t.enter}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <ResendButton challenge={challenge} />
        <Button look="quiet" onClick={onOtherEmail}>
          {t.otherEmail}
        </Button>
      </div>
    </Form>
  );
};

const Sent = ({ email }: Pick<CodeStepProps, 'email'>): ReactNode => {
  const t = useTexts(signInTexts);
  return (
    <div>
      <h1 className="text-3xl">{t.codeTitle}</h1>
      <p className="mt-2 wrap-anywhere text-soft">{t.sentTo(email)}</p>
    </div>
  );
};

const useVerify = (challengeId: string, onNewcomer: (token: string) => void) =>
  useMutation({
    mutationFn: (otp: string) => verifyOtp(challengeId, otp),
    onSuccess: (result) => {
      if (result.status === 'signed_in') beginLogin(result, result.user.id);
      else onNewcomer(result.registration_token);
    },
  });

const useCodeProblem = (error: unknown): string | undefined => {
  const t = useTexts(signInTexts);
  const problemText = useProblemText();
  if (error === null) return undefined;
  const left = error instanceof Problem ? error.details.attempts_left : undefined;
  return [problemText(error), left === undefined ? '' : t.attemptsLeft(left)].join(' ').trim();
};
