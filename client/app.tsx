import { navigate } from 'wouter/use-browser-location';
import { MeContext } from './account/me-context.ts';
import { isSignInWindow } from './account/sign-in.ts';
import { useIsEnded } from './account/use-is-ended.ts';
import { usePersonChange } from './account/use-person-change.ts';
import { meQuery } from './api/me.ts';
import { isSignedOut } from './api/retry.ts';
import { type Steady, useSteadyQuery } from './api/use-steady-query.ts';
import { workspacesQuery } from './api/workspaces.ts';
import { homeAddress } from './base/base-path.ts';
import { BareScreen } from './frame/bare-screen.tsx';
import { ScreenAtAddress } from './screen-at-address.tsx';
import { useAppearance } from './settings/use-appearance.ts';
import { Failing } from './states/failing.tsx';
import { Loading } from './states/loading.tsx';
import { lazyPart } from './ui/lazy-part.tsx';

const NotSignedIn = lazyPart(() => import('./account/not-signed-in.tsx').then((it) => it.NotSignedIn), {
  name: 'The way to sign in',
  place: 'screen',
  waiting: <Loading />,
});
const SessionFollower = lazyPart(
  () => import('./account/session-follower.ts').then((it) => it.SessionFollower),
  { name: 'What follows your session', place: 'over', takesFocus: false },
);
const SessionStrip = lazyPart(() => import('./account/session-strip.tsx').then((it) => it.SessionStrip), {
  name: 'The end of your session',
  place: 'over',
  takesFocus: false,
});
const SignInWindow = lazyPart(() => import('./account/sign-in-window.tsx').then((it) => it.SignInWindow), {
  name: 'The end of signing in',
  place: 'screen',
  waiting: <Loading />,
});
const AnotherPerson = lazyPart(() => import('./account/another-person.tsx').then((it) => it.AnotherPerson), {
  name: 'The change of the person',
  place: 'screen',
  waiting: <Loading />,
});

/** What the address and the person ask for, and what follows their session where they have one. */
export function App() {
  const isEnded = useIsEnded();
  const { data: me } = useSteadyQuery(meQuery());
  const isSignedIn = me !== undefined && me.user !== null;
  return (
    <>
      <PersonsScreen />
      {(isSignedIn || isEnded) && <SessionFollower isSignedIn={isSignedIn} />}
    </>
  );
}

/** From the address and the person to a screen. */
function PersonsScreen() {
  useAppearance();
  const isEnded = useIsEnded();
  const { data: me, error: meError, ...retryingMe } = useSteadyQuery(meQuery());
  const { data: workspaces, error: workspacesError, ...retrying } = useSteadyQuery(workspacesQuery());
  const { isAnother, wasShown } = usePersonChange(me);
  if (me && isAnother) {
    return (
      <BareScreen demo={false}>
        <AnotherPerson me={me} wasShown={wasShown} />
      </BareScreen>
    );
  }
  if (!me || !workspaces) {
    const failing =
      me || !meError ? { error: workspacesError, retrying } : { error: meError, retrying: retryingMe };
    return (
      <BareScreen demo={false}>
        {isSignedOut(failing.error) ? (
          <NotSignedIn access={failing.error.problem.access} />
        ) : (
          beforeFirst(failing)
        )}
      </BareScreen>
    );
  }
  if (isSignInWindow(location)) {
    return (
      <BareScreen demo={false}>
        <SignInWindow />
      </BareScreen>
    );
  }
  return (
    <MeContext value={me}>
      <ScreenAtAddress workspaces={workspaces} me={me} />
      {isEnded && <SessionStrip />}
    </MeContext>
  );
}

interface FailingQuery {
  readonly error: Error | null;
  readonly retrying: Omit<Steady<unknown>, 'data' | 'isStale' | 'error'>;
}

/** Stands where nothing can be shown yet. */
function beforeFirst({ error, retrying }: FailingQuery) {
  if (error === null) return <Loading />;
  return <Failing error={error} status={null} onClear={goHome} retrying={retrying} />;
}

function goHome(): void {
  navigate(homeAddress());
}
