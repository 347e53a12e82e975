import * as z from 'zod/mini';
import type { TicketQuery, Workspace, WorkspacesAnswer } from '../../contract/index.ts';
import { parseItem } from './frame/address-of.ts';
import { NoMeeting } from './frame/no-meeting.tsx';
import { MinutesScreen } from './minutes/minutes-screen.tsx';
import { RoomScreen } from './room/room-screen.tsx';
import { HomeScreen } from './start/home-screen.tsx';
import { WalkScreen } from './walk/walk-screen.tsx';

// Zod would otherwise try to compile its checks, which the content security policy forbids.
z.config({ jitless: true });

interface TriageScreenProps {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
  readonly urlQuery: TicketQuery;
  /** What stands behind the screen's name in the address; null for the meetings, and the start of the next one. */
  readonly item: string | null;
}

/** Everything about triage meetings: their start, their walk, their minutes, the room's window. */
export function TriageScreen({ workspaces, workspace, urlQuery, item }: TriageScreenProps) {
  const place = { workspaces, workspace };
  if (item === null) return <HomeScreen {...place} asked={urlQuery} />;
  const parsed = parseItem(item);
  if (parsed === null) return <NoMeeting {...place} />;
  const { meeting, view } = parsed;
  if (view === 'minutes') return <MinutesScreen key={meeting} {...place} id={meeting} />;
  if (view === 'room') return <RoomScreen key={meeting} {...place} id={meeting} />;
  return <WalkScreen key={meeting} {...place} id={meeting} />;
}
