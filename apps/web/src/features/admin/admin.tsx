import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { signOutOperator } from '../../api/admin-client';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { Mark } from '../../ui/mark';
import { LanguageSwitch } from '../sign-in/language-switch';
import { Actions } from './actions';
import { adminTexts } from './admin-texts';
import { AdminSignIn } from './admin-sign-in';
import { forgetOperator, keptOperator, OperatorContext, type OperatorLogin } from './operator-login';
import { Orders } from './orders';
import { Overview } from './overview';
import { Webhooks } from './webhooks';

/** For those who look after the service: its numbers and its till, never a word of anybody. */
export const Admin = (): ReactNode => {
  const t = useTexts(adminTexts);
  const [operator, setOperator] = useState(keptOperator);
  const leave = (): void => {
    forgetOperator();
    setOperator(undefined);
  };
  return (
    <main className="mx-auto max-w-5xl px-4 py-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="flex items-center gap-3 text-2xl">
          <Mark /> {t.title}
        </h1>
        <LanguageSwitch />
      </div>
      {operator === undefined ? (
        <AdminSignIn onSignedIn={setOperator} />
      ) : (
        <OperatorContext value={operator}>
          <Desk operator={operator} onLeave={leave} />
        </OperatorContext>
      )}
    </main>
  );
};

interface DeskProps {
  readonly operator: OperatorLogin;
  readonly onLeave: () => void;
}

const TAB =
  'min-h-11 rounded-full px-4 text-soft data-[state=active]:bg-brand-soft data-[state=active]:text-brand';

const PLACES = [
  ['today', Overview],
  ['orders', Orders],
  ['webhooks', Webhooks],
  ['actions', Actions],
] as const;

const Desk = ({ operator, onLeave }: DeskProps): ReactNode => {
  const t = useTexts(adminTexts);
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => signOutOperator(operator.token),
    onSettled: () => {
      queries.removeQueries({ queryKey: ['admin'] });
      onLeave();
    },
  });
  return (
    <Tabs.Root defaultValue="today" className="mt-5 grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <Tabs.List aria-label={t.title} className="flex grow flex-wrap gap-1">
          {PLACES.map(([place]) => (
            <Tabs.Trigger key={place} value={place} className={TAB}>
              {t.places[place]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Button
          look="quiet"
          onClick={() => {
            signOut.mutate();
          }}
        >
          {t.signOut}
        </Button>
      </div>
      {PLACES.map(([place, Place]) => (
        <Tabs.Content key={place} value={place}>
          <Place />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};
