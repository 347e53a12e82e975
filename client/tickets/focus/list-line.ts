import type { TicketList } from '../../../contract/index.ts';
import type { PageGroup } from '../groups/ticket-groups.ts';

/** A line of the list that the keyboard can stand on: a ticket by its id, or a group's head by its place on the page. */
export type ListLine = number | `group-${number}`;

export function groupLine(place: number): ListLine {
  return `group-${place}`;
}

/** The lines of a page from the top: each group's head before its tickets. */
export function listLines(
  tickets: TicketList['tickets'],
  groups: readonly PageGroup[] | null,
): readonly ListLine[] {
  const ids = tickets.map(({ id }) => id);
  if (groups === null) return ids;
  return groups.flatMap(({ from, to }, place) => [groupLine(place), ...ids.slice(from, to)]);
}

/** A line with the name of a place in it. */
interface LinePosition {
  readonly line: ListLine;
  readonly column: string;
}

/** The line that an element is in, and the place in it; null outside of all lines. */
export function linePosition(element: Element): LinePosition | null {
  const column = element.closest<HTMLElement>('[data-column]')?.dataset.column;
  const line = lineOf(element);
  return column === undefined || line === null ? null : { line, column };
}

/** The line that an element is in; null outside of all lines. */
export function lineOf(element: Element): ListLine | null {
  const line = element.closest<HTMLElement>('[data-listed], [data-group]');
  const { listed, group } = line?.dataset ?? {};
  if (listed !== undefined) return Number(listed);
  return group === undefined ? null : groupLine(Number(group));
}

/** A selector of a line's element. */
export function lineSelector(line: ListLine): string {
  return typeof line === 'number'
    ? `[data-listed="${line}"]`
    : `[data-group="${line.slice('group-'.length)}"]`;
}
