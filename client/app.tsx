import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, type TicketQuery, type WorkspacesAnswer } from '../contract/index.ts';
import { formatAddress, parseAddress } from './address/address.ts';
import { useLocationParts, useView } from './address/use-view.ts';
import { workspacesQuery } from './api/workspaces.ts';
import { BareScreen } from './tickets/bare-screen.tsx';
import { QueueScreen } from './tickets/queue.tsx';
import { Failing, FaultyAddress, NotHere } from './tickets/states/failing.tsx';
import { Loading } from './tickets/states/loading.tsx';
import { buttonClass } from './ui/button.tsx';

/** From the address to a screen. */
export function App() {
  const { pathname, search } = useLocationParts();
  const { data: workspaces, error } = useQuery({
    ...workspacesQuery(),
    refetchInterval: ({ state }) => (state.error ? 4_000 : false),
  });
  if (!workspaces) {
    return (
      <BareScreen demo={false}>
        {error ? <Failing error={error} status={null} onClear={goHome} /> : <Loading />}
      </BareScreen>
    );
  }

  const address = parseAddress(pathname, search);
  if (address === null)
    return <NowhereScreen title="There is nothing at this address" workspaces={workspaces} />;

  const [first] = workspaces.workspaces;
  if (address.workspace === null && first)
    return <Redirect to={formatAddress(first.id, DEFAULT_QUERY)} replace />;

  const workspace = workspaces.workspaces.find(({ id }) => id === address.workspace);
  if (!workspace) {
    return <NowhereScreen title={`There is no workspace ${address.workspace}`} workspaces={workspaces} />;
  }
  if (!address.query.ok) {
    const clear = () => navigate(formatAddress(workspace.id, DEFAULT_QUERY));
    return (
      <BareScreen demo={workspaces.mode === 'demo'}>
        <FaultyAddress faults={address.query.faults} onClear={clear} />
      </BareScreen>
    );
  }
  return (
    <QueueOfWorkspace
      key={workspace.id}
      workspace={workspace.id}
      asked={address.query.query}
      ticket={address.ticket}
      workspaces={workspaces}
    />
  );
}

interface QueueOfWorkspaceProps {
  readonly workspace: string;
  readonly asked: TicketQuery;
  readonly ticket: number | null;
  readonly workspaces: WorkspacesAnswer;
}

function QueueOfWorkspace({ workspace, asked, ticket, workspaces }: QueueOfWorkspaceProps) {
  const view = useView(workspace, asked, ticket);
  return <QueueScreen view={view} workspaces={workspaces} />;
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
          <a key={id} className={buttonClass()} href={formatAddress(id, DEFAULT_QUERY)}>
            {name}
          </a>
        ))}
      </NotHere>
    </BareScreen>
  );
}

function goHome(): void {
  navigate('/');
}
