import { createContext, use } from 'react';
import type { SnapshotStatus, TicketList, WorkspacesAnswer } from '../../contract/index.ts';
import type { ListState } from '../address/use-list-state.ts';
import type { LastVisit } from './use-last-visit.ts';
import type { Outage } from './use-outage.ts';

/** What every part of a workspace's screens shares. */
export interface WorkspaceState {
  readonly listState: ListState;
  readonly workspaces: WorkspacesAnswer;
  /** How this workspace is called. */
  readonly name: string;
  /** The page on screen, its customers hidden where the reader wants so; null before the first one is there. */
  readonly list: TicketList | null;
  /** The address of `list`, which is not the view's while the list is stale. */
  readonly address: string;
  /** Whether `list` is still the previous question's: the answer is on its way, or cannot be had. */
  readonly isStale: boolean;
  /** What is wrong between here and Loopdesk's server; null while all is well. */
  readonly outage: Outage | null;
  /** Why there is no list; null while there is one or it is on its way. */
  readonly error: Error | null;
  /** The state of the data, polled; null before it is known. */
  readonly status: SnapshotStatus | null;
  readonly lastVisit: LastVisit;
}

const WorkspaceContext = createContext<WorkspaceState | null>(null);

export const WorkspaceProvider = WorkspaceContext.Provider;

/** @throws Error outside of a workspace's screens. */
export function useWorkspace(): WorkspaceState {
  const state = use(WorkspaceContext);
  if (state === null) throw new Error('useDesk needs a DeskProvider above it.');
  return state;
}
