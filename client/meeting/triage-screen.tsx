import type { TicketQuery, Workspace, WorkspacesAnswer } from '../../contract/index.ts';

interface TriageScreenProps {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
  readonly asked: TicketQuery;
  /** What stands behind the screen's name in the address: a meeting's id; null for the list of meetings. */
  readonly item: string | null;
}

/** PLACEHOLDER, written next. */
export function TriageScreen({ workspace }: TriageScreenProps) {
  return <p>{workspace.name}</p>;
}
