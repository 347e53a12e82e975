import { type Person, personLabel, type Ticket } from '../../../contract/index.ts';
import type { MeetingOutline } from '../../../contract/meeting/index.ts';

/** More than these are no help. */
const MOST = 100;

/** Suggested owners: the ticket's own assignee, earlier owners, then all assignees. */
export function suggestOwners(
  own: Person | null,
  tickets: ReadonlyMap<number, Ticket>,
  meetings: readonly MeetingOutline[],
): readonly string[] {
  const before = meetings.flatMap(({ notes }) => [...notes.values()].map(({ owner }) => owner.trim()));
  const assignees = [...tickets.values()].map(({ assignedUser }) => personLabel(assignedUser));
  const names = [personLabel(own), ...before, ...assignees.toSorted(byName)].filter(isName);
  return [...new Set(names)].slice(0, MOST);
}

function isName(name: string | null): name is string {
  return name !== null && name !== '';
}

function byName(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '');
}
