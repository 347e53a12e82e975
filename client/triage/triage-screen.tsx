import * as z from 'zod/mini';
import type { TicketQuery, Workspace, WorkspacesAnswer } from '../../contract/index.ts';
import { AudienceScreen } from './audience/audience-screen.tsx';
import { parseMeetingItem } from './layout/meeting-address.ts';
import { MeetingNotFound } from './layout/meeting-not-found.tsx';
import { MinutesScreen } from './minutes/minutes-screen.tsx';
import { PresenterScreen } from './presenter/presenter-screen.tsx';
import { MeetingsScreen } from './start/meetings-screen.tsx';

// Zod would otherwise try to compile its checks, which the content security policy forbids.
z.config({ jitless: true });

interface TriageScreenProps {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
  readonly urlQuery: TicketQuery;
  /** The part of the address behind the screen's name; null for the list of meetings. */
  readonly item: string | null;
}

/** The screens of triage meetings: list and start, presenter, minutes, audience. */
export function TriageScreen({ workspaces, workspace, urlQuery, item }: TriageScreenProps) {
  const place = { workspaces, workspace };
  if (item === null) return <MeetingsScreen {...place} urlQuery={urlQuery} />;
  const parsed = parseMeetingItem(item);
  if (parsed === null) return <MeetingNotFound {...place} />;
  const { meeting, view } = parsed;
  if (view === 'minutes') return <MinutesScreen key={meeting} {...place} id={meeting} />;
  if (view === 'room') return <AudienceScreen key={meeting} {...place} id={meeting} />;
  return <PresenterScreen key={meeting} {...place} id={meeting} />;
}
