import { type Person, personLabel, type Ticket } from '../../../contract/index.ts';
import type { MeetingOutline } from '../../../contract/meeting/index.ts';

/** Those who may be suggested as owners. */
interface Candidates {
  /** The ticket's own assignee; null for nobody. */
  readonly assignee: Person | null;
  readonly tickets: ReadonlyMap<number, Ticket>;
  /** The owners of this meeting, and of earlier ones. */
  readonly meetings: readonly Pick<MeetingOutline, 'notes'>[];
  /** The assignees of the workspace. */
  readonly workspace: readonly string[];
}

/** Suggested owners: the ticket's own assignee, the owners of meetings, the meeting's other assignees, then all people. */
export function suggestOwners({ assignee, tickets, meetings, workspace }: Candidates): readonly string[] {
  const before = meetings.flatMap(({ notes }) => [...notes.values()].map(({ owner }) => owner.trim()));
  const assignees = [...tickets.values()].map(({ assignedUser }) => personLabel(assignedUser));
  const names = [
    personLabel(assignee),
    ...before,
    ...assignees.toSorted(byName),
    ...workspace.toSorted(byName),
  ];
  return [...new Set(names.filter(isName))];
}

function isName(name: string | null): name is string {
  return name !== null && name !== '';
}

function byName(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '');
}
