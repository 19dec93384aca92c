import type { Gender as GenderName, Persona as PersonaName } from '@saathi/contracts';
import { Gender, Persona } from '@saathi/contracts/enums';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { register } from '../../api/client';
import { beginLogin } from '../../api/login';
import { isProblem } from '../../api/problem';
import { useLocale } from '../../i18n/locale';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { ProblemNotice } from '../../ui/notice';
import { PersonaPicker } from '../personas/persona-picker';
import { ConsentBoxes } from './consent-boxes';
import { forgetNewcomer } from './newcomer';
import { registerTexts } from './register-texts';

interface RegisterProps {
  readonly token: string;
  /** The token does not work any more. */
  readonly onVoid: () => void;
}

interface Profile {
  readonly name: string;
  readonly gender: GenderName;
  readonly persona: PersonaName;
  readonly is_adult: boolean;
  readonly accepted_terms: boolean;
}

const BLANK: Profile = {
  name: '',
  gender: Gender.PreferNotToSay,
  persona: Persona.SweetSupportive,
  is_adult: false,
  accepted_terms: false,
};

/** Who somebody is, whom they want to talk with, and what they agree to. */
export const Register = ({ token, onVoid }: RegisterProps): ReactNode => {
  const t = useTexts(registerTexts);
  const [profile, setProfile] = useState(BLANK);
  const change = (part: Partial<Profile>): void => {
    setProfile((before) => ({ ...before, ...part }));
  };
  const begin = useBegin(token, onVoid);
  const isReady = profile.name.trim() !== '' && profile.is_adult && profile.accepted_terms;
  return (
    <main className="mx-auto max-w-2xl px-5 py-8">
      <h1 className="text-3xl">{t.title}</h1>
      <p className="mt-1 text-soft">{t.intro}</p>
      <Form
        className="mt-6 grid gap-7"
        onSubmit={() => {
          begin.mutate(profile);
        }}
      >
        <AboutYou profile={profile} onChange={change} />
        <WhomToTalkWith
          persona={profile.persona}
          onChange={(persona) => {
            change({ persona });
          }}
        />
        <ConsentBoxes {...profile} onChange={change} />
        {begin.isError ? <ProblemNotice error={begin.error} /> : null}
        <Button type="submit" busy={begin.isPending} disabled={!isReady} aria-describedby="missing">
          {t.begin}
        </Button>
        {isReady ? null : (
          <p id="missing" className="-mt-4 text-center text-sm text-soft">
            {t.missing}
          </p>
        )}
      </Form>
    </main>
  );
};

interface WhomToTalkWithProps {
  readonly persona: PersonaName;
  readonly onChange: (persona: PersonaName) => void;
}

const WhomToTalkWith = ({ persona, onChange }: WhomToTalkWithProps): ReactNode => {
  const t = useTexts(registerTexts);
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t.persona}</h2>
      <p className="-mt-2 text-sm text-soft">{t.personaHint}</p>
      <PersonaPicker label={t.persona} value={persona} onChange={onChange} />
    </section>
  );
};

interface AboutYouProps {
  readonly profile: Profile;
  readonly onChange: (part: Partial<Profile>) => void;
}

const AboutYou = ({ profile, onChange }: AboutYouProps): ReactNode => {
  const t = useTexts(registerTexts);
  return (
    <>
      <Field
        label={t.name}
        hint={t.nameHint}
        autoComplete="given-name"
        maxLength={80}
        value={profile.name}
        onText={(name) => {
          onChange({ name });
        }}
      />
      <Choice
        label={t.gender}
        options={Object.values(Gender).map((value) => ({ value, label: t.genders[value] }))}
        value={profile.gender}
        onChange={(gender) => {
          onChange({ gender });
        }}
      />
    </>
  );
};

const useBegin = (registration_token: string, onVoid: () => void) => {
  const locale = useLocale();
  return useMutation({
    mutationFn: (profile: Profile) =>
      register({ ...profile, name: profile.name.trim(), registration_token, locale }),
    onSuccess: (signedIn) => {
      forgetNewcomer();
      beginLogin(signedIn, signedIn.user.id);
    },
    onError: (error) => {
      if (isProblem(error, 'registration_token_invalid')) onVoid();
    },
  });
};
