import type { ChallengeView } from '@saathi/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { Mark } from '../../ui/mark';
import { EmailStep } from './email-step';
import { LanguageSwitch } from './language-switch';
import { forgetNewcomer, keptNewcomer, keepNewcomer } from './newcomer';
import { CodeStep } from './code-step';
import { signInTexts } from './sign-in-texts';

const Register = lazy(() => import('./register').then((module) => ({ default: module.Register })));

interface Asked {
  readonly email: string;
  readonly challenge: ChallengeView;
}

/** From an address to a code, and for newcomers on to their profile. */
export const SignIn = (): ReactNode => {
  const t = useTexts(signInTexts);
  const [asked, setAsked] = useState<Asked>();
  const [newcomer, setNewcomer] = useState(keptNewcomer);
  const beginAgain = (): void => {
    forgetNewcomer();
    setNewcomer(undefined);
    setAsked(undefined);
  };
  const welcome = (token: string): void => {
    keepNewcomer(token);
    setNewcomer(token);
  };
  if (newcomer !== undefined) {
    return (
      <Suspense fallback={<Loading />}>
        <Register token={newcomer} onVoid={beginAgain} />
      </Suspense>
    );
  }
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-between gap-8 px-5 py-6">
      <div className="flex items-center justify-between">
        <span className="flex items-center gap-2 font-display text-xl">
          <Mark /> {t.name}
        </span>
        <LanguageSwitch />
      </div>
      {asked === undefined ? (
        <EmailStep onAsked={setAsked} />
      ) : (
        <CodeStep {...asked} onNewcomer={welcome} onOtherEmail={beginAgain} />
      )}
      <Foot />
    </main>
  );
};

const Foot = (): ReactNode => {
  const t = useTexts(signInTexts);
  return (
    <p className="text-center text-sm text-soft">
      {t.ai}{' '}
      <Link href="/notice" className="text-brand underline underline-offset-4">
        {t.notice}
      </Link>
    </p>
  );
};
