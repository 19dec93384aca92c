import type { UserView } from '@saathi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { updateMe } from '../../api/client';
import { meQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { settingsTexts } from './settings-texts';

/** As the gateway takes it: ten digits, or + and a country code. */
const PHONE = /^(\+[1-9]\d{7,14}|[6-9]\d{9})$/;

interface ProfileProps {
  readonly me: UserView;
}

/** Who one is to the companion, and to the payment provider. */
export const Profile = ({ me }: ProfileProps): ReactNode => {
  const t = useTexts(settingsTexts);
  const [name, setName] = useState(me.name);
  const [phone, setPhone] = useState(me.phone_number ?? '');
  const number = phone.replace(/[\s-]/g, '');
  const isPhoneFine = number === '' || PHONE.test(number);
  const save = useSave();
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t.you}</h2>
      <p className="-mt-3 wrap-anywhere text-soft">{me.email}</p>
      <Form
        className="grid gap-4"
        onSubmit={() => {
          save.mutate({ name: name.trim(), phone_number: number === '' ? null : number });
        }}
      >
        <Field label={t.name} maxLength={80} autoComplete="given-name" value={name} onText={setName} />
        <Field
          label={t.phone}
          hint={t.phoneHint}
          problem={isPhoneFine ? undefined : t.phoneProblem}
          type="tel"
          autoComplete="tel-national"
          value={phone}
          onText={setPhone}
        />
        {save.isError ? <ProblemNotice error={save.error} /> : null}
        <Button type="submit" busy={save.isPending} disabled={name.trim() === '' || !isPhoneFine}>
          {t.save}
        </Button>
      </Form>
    </section>
  );
};

const useSave = () => {
  const t = useTexts(settingsTexts);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: updateMe,
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me);
      toast(t.saved);
    },
  });
};
