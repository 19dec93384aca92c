import type { LoginView } from '@saathi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { endOtherLogin, logout, logoutAll } from '../../api/client';
import { endLogin } from '../../api/login';
import { loginsQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Button } from '../../ui/button';
import { useProblemText } from '../../ui/notice';
import { toast } from '../../ui/toast';
import { deviceName } from './device-name';
import { settingsTexts } from './settings-texts';

/** Where one is signed in, and the ways out. */
export const Logins = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const logins = useQuery(loginsQuery);
  // Whatever the answer is: on this device it is over.
  const leave = useMutation({ mutationFn: logout, onSettled: endLogin });
  const leaveAll = useMutation({ mutationFn: logoutAll, onSuccess: endLogin });
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t.devices}</h2>
      <ul className="grid gap-2">
        {logins.data?.items.map((login) => (
          <Login key={login.id} login={login} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          look="soft"
          busy={leave.isPending}
          onClick={() => {
            leave.mutate();
          }}
        >
          {t.signOut}
        </Button>
        <Button
          look="quiet"
          busy={leaveAll.isPending}
          onClick={() => {
            leaveAll.mutate();
          }}
        >
          {t.signOutAll}
        </Button>
      </div>
    </section>
  );
};

interface LoginProps {
  readonly login: LoginView;
}

const Login = ({ login: { id, user_agent, last_seen_at, current } }: LoginProps): ReactNode => {
  const t = useTexts(settingsTexts);
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endOtherLogin(id),
    onSuccess: () => queries.invalidateQueries(loginsQuery),
    onError: (error) => {
      toast(problemText(error));
    },
  });
  return (
    <li className="flex items-center gap-3 rounded-2xl border border-line bg-raised py-2 pr-2 pl-4">
      <div className="min-w-0 grow">
        <p>
          {deviceName(user_agent) ?? t.unknownDevice}
          {current ? <span className="text-leaf"> · {t.thisOne}</span> : null}
        </p>
        <p className="text-sm text-soft">{t.seen(dateTime(last_seen_at))}</p>
      </div>
      {current ? null : (
        <Button
          look="quiet"
          busy={end.isPending}
          onClick={() => {
            end.mutate();
          }}
        >
          {t.signOutThere}
        </Button>
      )}
    </li>
  );
};
