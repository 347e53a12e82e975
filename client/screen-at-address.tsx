import { navigate } from 'wouter/use-browser-location';
import {
  DEFAULT_QUERY,
  isAtLeast,
  type Me,
  parseTicketId,
  type Role,
  type TicketQuery,
  type Workspace,
  type WorkspacesAnswer,
} from '../contract/index.ts';
import { findAccessPage, strongestRole } from './account/access-pages.ts';
import { RoleContext } from './account/role.ts';
import { type Address, formatAddress } from './address/address.ts';
import { type CurrentAddress, useCurrentAddress } from './address/current-address.ts';
import { SCREENS } from './address/screens.ts';
import { useAddressListState } from './address/use-address-list-state.ts';
import { useAllowedQuery } from './address/use-allowed-query.ts';
import { usePrefetch } from './api/tickets.ts';
import { BareScreen } from './frame/bare-screen.tsx';
import { WorkspaceLayout } from './frame/workspace-layout.tsx';
import {
  AccessScreen,
  LAYOUT_SCREENS,
  type LayoutScreen,
  NoWorkspace,
  NowhereScreen,
  TriageScreen,
} from './screen-parts.tsx';
import { InvalidLink } from './states/failing.tsx';
import { StartRedirect } from './views/start-redirect.tsx';
import { useViews } from './views/use-views.ts';
import { WorkspaceProvider } from './workspace/workspace-provider.tsx';

/** From the address to a screen. */
export function ScreenAtAddress({
  workspaces,
  me,
}: {
  readonly workspaces: WorkspacesAnswer;
  readonly me: Me;
}) {
  const current = useCurrentAddress();
  const { pathname, address } = current;
  const page = findAccessPage(pathname);
  if (page !== null && me.user !== null) {
    return (
      <RoleContext value={strongestRole(me) ?? 'viewer'}>
        <AccessScreen page={page} me={me} demo={workspaces.mode === 'demo'} />
      </RoleContext>
    );
  }
  if (workspaces.workspaces.length === 0) {
    return (
      <BareScreen demo={workspaces.mode === 'demo'}>
        <NoWorkspace me={me} />
      </BareScreen>
    );
  }

  if (address === null)
    return <NowhereScreen title="There is nothing at this address" workspaces={workspaces} />;

  const [first] = workspaces.workspaces;
  if (address.workspace === null && first) return <StartRedirect workspace={first.id} />;

  const workspace = workspaces.workspaces.find(({ id }) => id === address.workspace);
  if (!workspace) {
    return <NowhereScreen title={`There is no workspace ${address.workspace}`} workspaces={workspaces} />;
  }
  if (!address.query.ok) {
    const { valid } = address.query;
    const clear = () => navigate(formatAddress(workspace.id, DEFAULT_QUERY));
    return (
      <BareScreen demo={workspaces.mode === 'demo'}>
        <InvalidLink
          errors={address.query.errors}
          onIgnore={(error) => goTo(pathname, error.without)}
          onIgnoreAll={() => goTo(pathname, valid)}
          onClear={clear}
        />
      </BareScreen>
    );
  }
  return (
    <RoleContext value={roleIn(me, workspace.id)}>
      <AllowedScreen
        key={workspace.id}
        workspace={workspace}
        current={current}
        address={address}
        written={address.query.query}
        role={roleIn(me, workspace.id)}
        workspaces={workspaces}
      />
    </RoleContext>
  );
}

/** Nobody has fewer rights than a viewer: a role that has not been told yet is the weakest. */
function roleIn({ workspaces }: Me, workspace: string): Role {
  return workspaces.find(({ id }) => id === workspace)?.role ?? 'viewer';
}

interface AllowedScreenProps extends Pick<WorkspaceScreenProps, 'current' | 'workspaces'> {
  readonly workspace: Workspace;
  readonly address: Address;
  /** The query as the address has it. */
  readonly written: TicketQuery;
  readonly role: Role;
}

/** The screen of an address, with its query as far as the reader may ask it. */
function AllowedScreen({ workspace, current, address, written, role, workspaces }: AllowedScreenProps) {
  const urlQuery = useAllowedQuery(workspace.id, address, written, isAtLeast(role, 'member'));
  const { screen, item } = address;
  if (screen === 'triage') {
    return <TriageScreen workspaces={workspaces} workspace={workspace} urlQuery={urlQuery} item={item} />;
  }
  return (
    <WorkspaceScreen
      workspace={workspace.id}
      current={current}
      screen={screen}
      item={item}
      urlQuery={urlQuery}
      workspaces={workspaces}
    />
  );
}

interface WorkspaceScreenProps {
  readonly workspace: string;
  readonly current: CurrentAddress;
  readonly screen: LayoutScreen;
  /** The ticket's id as the address has it; null for the list alone. */
  readonly item: string | null;
  readonly urlQuery: TicketQuery;
  readonly workspaces: WorkspacesAnswer;
}

function WorkspaceScreen({ workspace, current, screen, item, urlQuery, workspaces }: WorkspaceScreenProps) {
  const Main = LAYOUT_SCREENS[screen];
  const ticket = item === null ? null : parseTicketId(item);
  const { all, findActiveView } = useViews(workspace);
  const prefetch = usePrefetch(workspace);
  const listState = useAddressListState(workspace, screen, urlQuery, current, { findActiveView, prefetch });
  const named = screen === 'tickets' ? all.find(({ id }) => id === listState.activeViewId)?.name : undefined;
  return (
    <WorkspaceProvider listState={listState} ticket={ticket} workspaces={workspaces}>
      <WorkspaceLayout title={ticket === null ? (named ?? SCREENS[screen].title) : `Ticket ${ticket}`}>
        <Main />
      </WorkspaceLayout>
    </WorkspaceProvider>
  );
}

/** Asks for less of the same screen; a saved view that was opened stays the one that it is a change of. */
function goTo(pathname: string, search: string): void {
  navigate(search === '' ? pathname : `${pathname}?${search}`, { state: history.state });
}
