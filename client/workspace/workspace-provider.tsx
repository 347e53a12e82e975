import { type ReactNode, useMemo } from 'react';
import type { WorkspacesAnswer } from '../../contract/index.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { AfterRowsProvider } from './after-rows.tsx';
import { useTicketList } from './use-ticket-list.ts';
import { useTrackVisit } from './use-track-visit.ts';
import {
  LastVisitContext,
  ListStateContext,
  OpenTicketContext,
  OutageContext,
  ShownListContext,
  SnapshotStatusContext,
  WorkspaceInfoContext,
} from './workspace-context.ts';

interface WorkspaceProviderProps {
  readonly listState: ListState;
  /** The ticket that is open over the list; null for none. */
  readonly ticket: number | null;
  readonly workspaces: WorkspacesAnswer;
  readonly children: ReactNode;
}

/** Fetches what a workspace's screens share, and gives each part what it reads. */
export function WorkspaceProvider({ listState, ticket, workspaces, children }: WorkspaceProviderProps) {
  const { shown, status, outage } = useTicketList(listState);
  const { workspace } = listState;
  const lastVisit = useTrackVisit(workspace, shown.list?.snapshot.takenAt ?? null);
  const name = workspaces.workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
  const info = useMemo(() => ({ workspaces, name }), [workspaces, name]);
  return (
    <WorkspaceInfoContext value={info}>
      <LastVisitContext value={lastVisit}>
        <ListStateContext value={listState}>
          <OpenTicketContext value={ticket}>
            <OutageContext value={outage}>
              <SnapshotStatusContext value={status}>
                <ShownListContext value={shown}>
                  <AfterRowsProvider>{children}</AfterRowsProvider>
                </ShownListContext>
              </SnapshotStatusContext>
            </OutageContext>
          </OpenTicketContext>
        </ListStateContext>
      </LastVisitContext>
    </WorkspaceInfoContext>
  );
}
