import {
  type Facet,
  fieldOf,
  labelReader,
  type Measures,
  type Summary,
  type SummaryCell,
  type Ticket,
  valueReader,
} from '../../contract/index.ts';

/** The counts of tickets by facets other than ages, as the server gives them, counted the plain way. */
export function summarize(tickets: readonly Ticket[], by: readonly Facet[]): Omit<Summary, 'snapshot'> {
  const axes = by.map((key) => ({ key, values: valuesOf(tickets, key) }));
  const cells = new Map<string, SummaryCell>();
  let unplaced = 0;
  for (const ticket of tickets) {
    const at = axes.map(({ key, values }) =>
      values.findIndex(({ value }) => value === valueReader(key)(ticket, 0)),
    );
    if (at.includes(-1)) unplaced += 1;
    else cells.set(String(at), { ...add(cells.get(String(at)) ?? NOTHING, ticket), at });
  }
  return { axes, cells: [...cells.values()], total: tickets.reduce(add, NOTHING), unplaced };
}

const NOTHING: Measures = { count: 0, open: 0, overdue: 0, urgent: 0, oldest: null };

function add({ count, open, overdue }: Measures, { status, isOverdue }: Ticket): Measures {
  return {
    ...NOTHING,
    count: count + 1,
    open: open + Number(status !== 'RESOLVED'),
    overdue: overdue + Number(isOverdue),
  };
}

/** The values of a facet: a closed set, or known ones with what matters most at the top and the others by label. */
function valuesOf(tickets: readonly Ticket[], key: Facet) {
  const { values, known } = fieldOf(key);
  if (values !== undefined) return [...values];
  const read = (of: typeof valueReader) => (ticket: Ticket) => of(key)(ticket, 0);
  const found = new Map(tickets.map((one) => [read(valueReader)(one), read(labelReader)(one)]));
  const place = (value: string) => known?.values.toReversed().indexOf(value) ?? -1;
  const rank = (value: string) => (place(value) < 0 ? Number.MAX_VALUE : place(value));
  return [...found]
    .flatMap(([value, label]) => (value === null ? [] : [{ value, label: label ?? value }]))
    .sort((a, b) => rank(a.value) - rank(b.value) || (a.label < b.label ? -1 : 1));
}
