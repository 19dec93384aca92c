import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { Loading } from '../ui/loading';
import { SignIn } from '../features/sign-in/sign-in';
import { Home } from '../features/home/home';
import { Frame } from './frame';
import { followUpdates } from './updates';
import { useSignedIn } from './use-signed-in';

const Summary = lazy(() =>
  import('../features/summary/summary').then((module) => ({ default: module.Summary })),
);
const Companion = lazy(() =>
  import('../features/companion/companion').then((module) => ({ default: module.Companion })),
);
const Memories = lazy(() =>
  import('../features/memories/memories').then((module) => ({ default: module.Memories })),
);
const Passes = lazy(() => import('../features/passes/passes').then((module) => ({ default: module.Passes })));
const Settings = lazy(() =>
  import('../features/settings/settings').then((module) => ({ default: module.Settings })),
);
const Notice = lazy(() => import('../features/notice/notice').then((module) => ({ default: module.Notice })));
const Admin = lazy(() => import('../features/admin/admin').then((module) => ({ default: module.Admin })));
const Call = lazy(() => import('../features/call/call').then((module) => ({ default: module.Call })));
const Chat = lazy(() => import('../features/chat/chat').then((m) => ({ default: m.Chat })));

/** A new screen begins at its top. */
const useScrollToTop = (): void => {
  const [path] = useLocation();
  useEffect(() => {
    scrollTo(0, 0);
  }, [path]);
};

const useUpdates = (): void => {
  useEffect(() => {
    const leaving = new AbortController();
    void followUpdates(leaving.signal);
    return () => {
      leaving.abort();
    };
  }, []);
};

const SignedIn = (): ReactNode => {
  useUpdates();
  return <Places />;
};

const Places = (): ReactNode => (
  <Switch>
    <Route path="/call" component={Call} />
    <Route path="/chat/:id">{({ id }) => <Chat key={id} id={id} />}</Route>
    <Route>
      <Frame>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path="/summary" component={Summary} />
            <Route path="/memories" component={Memories} />
            <Route path="/companion" component={Companion} />
            <Route path="/passes" component={Passes} />
            <Route path="/settings" component={Settings} />
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </Route>
  </Switch>
);

/** Which address shows what. The gateway knows the same addresses (its `web-client/screens.ts`). */
export const Screens = (): ReactNode => {
  const person = useSignedIn();
  useScrollToTop();
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/notice" component={Notice} />
        <Route path="/admin" component={Admin} />
        <Route>{person === undefined ? <SignIn /> : <SignedIn key={person} />}</Route>
      </Switch>
    </Suspense>
  );
};
