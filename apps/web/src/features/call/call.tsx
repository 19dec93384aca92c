import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Link } from 'wouter';
import { isProblem } from '../../api/problem';
import { meQuery } from '../../api/queries';
import { useLocale } from '../../i18n/locale';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { Paywall } from '../passes/paywall';
import { tintOf } from '../personas/persona-texts';
import { BeforeCall } from './before-call';
import { CallEnd } from './call-end';
import { callTexts } from './call-texts';
import { LiveCall } from './live-call';
import { OnTheLine } from './on-the-line';

/** Talking by voice: first what it takes, then the line, then how it ended. */
export const Call = (): ReactNode => {
  const me = useQuery(meQuery);
  const { call, renew } = useLiveCall();
  const state = useSyncExternalStore(call.subscribe, call.snapshot);
  const dial = useMutation({ mutationFn: () => call.dial() });
  const [isWallClosed, setIsWallClosed] = useState(false);
  if (me.data === undefined) return <Loading />;
  const { persona } = me.data;
  const wall = isProblem(dial.error, 'paywall_call_seconds') ? dial.error : undefined;
  return (
    <main style={tintOf(persona)} className="mx-auto flex h-dvh max-w-2xl flex-col px-4 py-3">
      <Head />
      {state.phase === 'before' ? (
        <BeforeCall
          persona={persona}
          busy={dial.isPending}
          error={wall === undefined ? dial.error : null}
          onStart={dial.mutate}
        />
      ) : state.phase === 'ended' ? (
        <CallEnd state={state} onAgain={renew} />
      ) : (
        <OnTheLine call={call} state={state} persona={persona} />
      )}
      <Paywall
        open={wall !== undefined && !isWallClosed}
        onClose={() => {
          setIsWallClosed(true);
        }}
        problem={wall}
      />
    </main>
  );
};

/** The call of this screen; it ends when the screen is left. */
const useLiveCall = (): { readonly call: LiveCall; readonly renew: () => void } => {
  const lang = useLocale();
  const [call, setCall] = useState(() => new LiveCall(lang));
  useEffect(
    () => () => {
      call.hangUp();
    },
    [call],
  );
  return {
    call,
    renew: () => {
      setCall(new LiveCall(lang));
    },
  };
};

const Head = (): ReactNode => {
  const t = useTexts(callTexts);
  return (
    <div className="flex items-center gap-2">
      <Link
        href="/"
        aria-label={t.back}
        className="grid size-11 place-items-center rounded-full hover:bg-sunk"
      >
        <Icon name="back" />
      </Link>
      <h1 className="text-xl">{t.title}</h1>
    </div>
  );
};
