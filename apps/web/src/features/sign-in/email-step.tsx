import type { ChallengeView } from '@saathi/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { requestOtp } from '../../api/client';
import { isProblem } from '../../api/problem';
import { useLocale } from '../../i18n/locale';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { ProblemNotice, useProblemText } from '../../ui/notice';
import { signInTexts } from './sign-in-texts';

interface EmailStepProps {
  readonly onAsked: (asked: { email: string; challenge: ChallengeView }) => void;
}

export const EmailStep = ({ onAsked }: EmailStepProps): ReactNode => {
  const t = useTexts(signInTexts);
  const problemText = useProblemText();
  const [email, setEmail] = useState('');
  const request = useRequest(email.trim(), onAsked);
  const isAboutEmail =
    isProblem(request.error, 'email_invalid') || isProblem(request.error, 'validation_failed');
  return (
    <div className="grid animate-rise gap-6">
      <Greeting />
      <Form
        className="grid gap-4"
        onSubmit={() => {
          request.mutate();
        }}
      >
        <Field
          label={t.email}
          hint={t.emailHint}
          problem={isAboutEmail ? problemText(request.error) : undefined}
          type="email"
          autoComplete="email"
          inputMode="email"
          required
          value={email}
          onText={setEmail}
        />
        {request.isError && !isAboutEmail ? <ProblemNotice error={request.error} /> : null}
        <Button type="submit" busy={request.isPending} disabled={email.trim() === ''}>
          {t.ask}
        </Button>
      </Form>
    </div>
  );
};

const Greeting = (): ReactNode => {
  const t = useTexts(signInTexts);
  return (
    <div>
      <h1 className="text-4xl sm:text-5xl">{t.promise}</h1>
      <p className="mt-3 text-soft">{t.what}</p>
    </div>
  );
};

const useRequest = (email: string, onAsked: EmailStepProps['onAsked']) => {
  const locale = useLocale();
  return useMutation({
    mutationFn: () => requestOtp(email, locale),
    onSuccess: (challenge) => {
      onAsked({ email, challenge });
    },
  });
};
