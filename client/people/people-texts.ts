import { NONE, type Summary } from '../../contract/index.ts';
import { formatAge } from '../format/dates.ts';
import type { TextTable } from '../format/text-table.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import { listPeople, MEASURES, type PeopleSort, sortPeople } from './people.ts';

/** The table of assignees with open tickets, to be copied, in the order of the screen; the total last. */
export function peopleTexts(summary: Summary, sort: PeopleSort): TextTable {
  const { total, snapshot } = summary;
  const takenAt = snapshot.takenAt === null ? null : Date.parse(snapshot.takenAt);
  const age = (oldest: string | null) =>
    oldest === null || takenAt === null ? '' : formatAge(oldest, takenAt);
  const busy = listPeople(summary).filter(({ open }) => open > 0);
  return {
    title: 'Open tickets by assignee',
    head: ['Assignee', 'E-mail', 'Open', 'Overdue', 'Critical and high', 'Oldest'],
    rows: [
      ...sortPeople(busy, sort).map((person) => [
        formatFacetLabel('assignee', person.name),
        person.value === NONE ? '' : person.value,
        ...MEASURES.map((measure) => person[measure]),
        age(person.oldest),
      ]),
      ['Total', '', total.count, total.overdue, total.urgent, age(total.oldest)],
    ],
  };
}
