import { Link, Redirect } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, parseTicketId, type TicketQuery, type WorkspacesAnswer } from '../contract/index.ts';
import { type Address, formatAddress, parseAddress } from './address/address.ts';
import { useLocationParts, useView } from './address/use-view.ts';
import { usePrefetch } from './api/tickets.ts';
import { useSteadyQuery } from './api/use-steady-query.ts';
import { workspacesQuery } from './api/workspaces.ts';
import styles from './app.module.css';
import { BareScreen } from './frame/bare-screen.tsx';
import { DeskFrame } from './frame/desk-frame.tsx';
import { SCREEN_TITLES } from './frame/screen-titles.ts';
import { useAppearance } from './settings/use-appearance.ts';
import { Failing, FaultyAddress, NotHere } from './states/failing.tsx';
import { Loading } from './states/loading.tsx';
import { TicketsScreen } from './tickets/tickets-screen.tsx';
import { buttonClass } from './ui/button.tsx';
import { lazyPart } from './ui/lazy-part.tsx';
import { addressOf } from './views/named-view.ts';
import { startView, useViews } from './views/use-views.ts';

const PeopleScreen = lazyPart(() => import('./people/people-screen.tsx').then((it) => it.PeopleScreen), {
  name: 'People',
  place: 'screen',
  waiting: <Loading />,
});
const MovementScreen = lazyPart(
  () => import('./movement/movement-screen.tsx').then((it) => it.MovementScreen),
  { name: 'Movement', place: 'screen', waiting: <Loading /> },
);
const TriageScreen = lazyPart(() => import('./meeting/triage-screen.tsx').then((it) => it.TriageScreen), {
  name: 'Triage',
  place: 'screen',
  waiting: <Loading />,
  frame: (failure, { workspaces, workspace, asked }) => (
    <BareScreen demo={workspaces.mode === 'demo'}>
      {failure}
      <p className={styles.back}>
        <Link className={buttonClass()} href={formatAddress(workspace.id, asked)}>
          Back to the list
        </Link>
      </p>
    </BareScreen>
  ),
});

/** From the address to a screen. */
export function App() {
  useAppearance();
  const { pathname, search } = useLocationParts();
  const { data: workspaces, error, ...retrying } = useSteadyQuery(workspacesQuery());
  if (!workspaces) {
    return (
      <BareScreen demo={false}>
        {error ? <Failing error={error} status={null} onClear={goHome} retrying={retrying} /> : <Loading />}
      </BareScreen>
    );
  }

  const address = parseAddress(pathname, search);
  if (address === null)
    return <NowhereScreen title="There is nothing at this address" workspaces={workspaces} />;

  const [first] = workspaces.workspaces;
  if (address.workspace === null && first)
    return <Redirect to={addressOf(startView(first.id), first.id)} replace />;

  const workspace = workspaces.workspaces.find(({ id }) => id === address.workspace);
  if (!workspace) {
    return <NowhereScreen title={`There is no workspace ${address.workspace}`} workspaces={workspaces} />;
  }
  if (!address.query.ok) {
    const { valid } = address.query;
    const clear = () => navigate(formatAddress(workspace.id, DEFAULT_QUERY));
    return (
      <BareScreen demo={workspaces.mode === 'demo'}>
        <FaultyAddress
          faults={address.query.faults}
          onIgnore={(fault) => goTo(pathname, fault.without)}
          onIgnoreAll={() => goTo(pathname, valid)}
          onClear={clear}
        />
      </BareScreen>
    );
  }
  const asked = address.query.query;
  if (address.screen === 'triage') {
    return <TriageScreen workspaces={workspaces} workspace={workspace} asked={asked} item={address.item} />;
  }
  return (
    <DeskOfWorkspace
      key={workspace.id}
      workspace={workspace.id}
      address={address}
      asked={asked}
      workspaces={workspaces}
    />
  );
}

interface DeskOfWorkspaceProps {
  readonly workspace: string;
  readonly address: Address;
  readonly asked: TicketQuery;
  readonly workspaces: WorkspacesAnswer;
}

function DeskOfWorkspace({ workspace, address: { screen, item }, asked, workspaces }: DeskOfWorkspaceProps) {
  const ticket = item === null ? null : parseTicketId(item);
  const { all, recognise } = useViews(workspace);
  const onAsk = usePrefetch(workspace);
  const view = useView(workspace, screen, asked, ticket, { recognise, onAsk });
  const named = screen === 'tickets' ? all.find(({ id }) => id === view.origin)?.name : undefined;
  return (
    <DeskFrame
      view={view}
      workspaces={workspaces}
      title={ticket === null ? (named ?? SCREEN_TITLES[screen]) : `Ticket ${ticket}`}
    >
      {screen === 'tickets' && <TicketsScreen />}
      {screen === 'people' && <PeopleScreen />}
      {screen === 'movement' && <MovementScreen />}
    </DeskFrame>
  );
}

interface NowhereScreenProps {
  readonly title: string;
  readonly workspaces: WorkspacesAnswer;
}

function NowhereScreen({ title, workspaces: { mode, workspaces } }: NowhereScreenProps) {
  return (
    <BareScreen demo={mode === 'demo'}>
      <NotHere title={title}>
        <p>These workspaces are here:</p>
        {workspaces.map(({ id, name }) => (
          <a key={id} className={buttonClass()} href={addressOf(startView(id), id)}>
            {name}
          </a>
        ))}
      </NotHere>
    </BareScreen>
  );
}

/** Asks for less of the same screen; a saved view that was opened stays the one that it is a change of. */
function goTo(pathname: string, search: string): void {
  navigate(search === '' ? pathname : `${pathname}?${search}`, { state: history.state });
}

function goHome(): void {
  navigate('/');
}
