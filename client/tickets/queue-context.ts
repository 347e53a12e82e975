import { createContext, use } from 'react';
import type { SnapshotStatus, TicketList } from '../../contract/index.ts';
import type { View } from '../address/use-view.ts';

/** What every part of the queue's screen shares. */
export interface Queue {
  readonly view: View;
  /** The page on screen; null before the first one is there. */
  readonly list: TicketList | null;
  /** Whether `list` is still the previous question's, because the answer is on its way. */
  readonly turning: boolean;
  /** The state of the data, polled; null before it is known. */
  readonly status: SnapshotStatus | null;
  readonly ticketUrlTemplate: string | null;
  /** Whether newer data is shown as it comes, and the switch for it. */
  readonly following: boolean;
  readonly toggleFollowing: () => void;
}

const QueueContext = createContext<Queue | null>(null);

export const QueueProvider = QueueContext.Provider;

/** @throws Error outside of the queue's screen. */
export function useQueue(): Queue {
  const queue = use(QueueContext);
  if (queue === null) throw new Error('useQueue needs a QueueProvider above it.');
  return queue;
}
