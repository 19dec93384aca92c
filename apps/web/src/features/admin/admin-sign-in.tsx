import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { requestOperatorOtp, verifyOperatorOtp } from '../../api/admin-client';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { otpDigits } from '../sign-in/otp-digits';
import { adminTexts } from './admin-texts';
import { keepOperator, type OperatorLogin } from './operator-login';

interface AdminSignInProps {
  readonly onSignedIn: (login: OperatorLogin) => void;
}

/** An operator's own door: an account of its own kind, by a code as well. */
export const AdminSignIn = ({ onSignedIn }: AdminSignInProps): ReactNode => {
  const t = useTexts(adminTexts);
  const [email, setEmail] = useState('');
  const [otp, setOtp] = useState('');
  const request = useMutation({ mutationFn: () => requestOperatorOtp(email.trim()) });
  const verify = useVerify(otp, onSignedIn);
  const challenge = request.data?.challenge_id;
  return (
    <Form
      className="mx-auto mt-16 grid max-w-sm gap-4"
      onSubmit={() => {
        if (challenge === undefined) request.mutate();
        else verify.mutate(challenge);
      }}
    >
      <h2 className="text-xl">{t.signIn}</h2>
      {challenge === undefined ? (
        <Field label={t.email} type="email" autoComplete="email" value={email} onText={setEmail} />
      ) : (
        <Field
          label={t.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={otp}
          onText={(typed) => {
            setOtp(otpDigits(typed));
          }}
        />
      )}
      {request.isError ? <ProblemNotice error={request.error} /> : null}
      {verify.isError ? <ProblemNotice error={verify.error} /> : null}
      <Button type="submit" busy={request.isPending || verify.isPending}>
        {challenge === undefined ? t.ask : t.enter}
      </Button>
    </Form>
  );
};

const useVerify = (otp: string, onSignedIn: AdminSignInProps['onSignedIn']) =>
  useMutation({
    mutationFn: (challengeId: string) => verifyOperatorOtp(challengeId, otp),
    onSuccess: (signedIn) => {
      onSignedIn(keepOperator(signedIn));
    },
  });
