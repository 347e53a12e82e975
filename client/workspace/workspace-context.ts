import { type Context, createContext, use } from 'react';
import type { SnapshotStatus, WorkspacesAnswer } from '../../contract/index.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import type { AnsweredList } from '../api/tickets.ts';
import type { Outage } from './use-track-outage.ts';
import type { LastVisit } from './use-track-visit.ts';

/** The page of tickets on screen. */
export interface ShownList {
  /** Its customers are hidden where the reader wants so; null before the first one is there. */
  readonly list: AnsweredList | null;
  /** The address of `list`, which is not the view's while the list is stale. */
  readonly address: string;
  /** Whether `list` is still the previous query's: the answer is on its way, or can't be had. */
  readonly isStale: boolean;
  /** Reason why there is no list; null while there is one or it is on its way. */
  readonly error: Error | null;
}

/** The workspace on screen among the others. */
export interface WorkspaceInfo {
  readonly workspaces: WorkspacesAnswer;
  /** Name of this workspace. */
  readonly name: string;
}

/** The values that the parts around the rows are drawn from. */
export interface Surroundings {
  readonly listState: ListState;
  readonly shown: ShownList;
  readonly status: SnapshotStatus | null;
}

/** Stand-ins for parts that are drawn after the rows. They read nothing else, so that rows do not have them drawn. */
export const SurroundingsContext = createContext<Partial<Surroundings>>({});

// Each is a context by itself, so that a part of the screen is drawn anew only for what it reads.
export const ListStateContext = createContext<ListState | undefined>(undefined);
export const OpenTicketContext = createContext<number | null | undefined>(undefined);
export const ShownListContext = createContext<ShownList | undefined>(undefined);
export const SnapshotStatusContext = createContext<SnapshotStatus | null | undefined>(undefined);
export const OutageContext = createContext<Outage | null | undefined>(undefined);
export const WorkspaceInfoContext = createContext<WorkspaceInfo | undefined>(undefined);
export const LastVisitContext = createContext<LastVisit | undefined>(undefined);

/** The list's query, what goes with it, and the ways to change it. */
export const useListState = () => use(SurroundingsContext).listState ?? shared(ListStateContext);

/** The ticket that is open over the list; null for none. */
export const useOpenTicket = () => shared(OpenTicketContext);

/** The page of tickets on screen. */
export const useShownList = () => use(SurroundingsContext).shown ?? shared(ShownListContext);

/** The state of the data, polled; null before it is known. */
export const useSnapshotStatus = () => {
  const { status } = use(SurroundingsContext);
  return status === undefined ? shared(SnapshotStatusContext) : status;
};

/** The failure between here and Loopdesk's server; null while all is well. */
export const useOutage = () => shared(OutageContext);

/** The workspace on screen among the others. */
export const useWorkspaceInfo = () => shared(WorkspaceInfoContext);

/** The reader's last visit to the workspace. */
export const useLastVisit = () => shared(LastVisitContext);

/** @throws Error outside of a workspace's screens. */
function shared<Value>(shared: Context<Value | undefined>): Value {
  const value = use(shared);
  if (value === undefined) throw new Error('What a workspace’s screens share is known on them alone.');
  return value;
}
