import {
  AGE_BANDS,
  type AgeBand,
  ageInDays,
  type Facet,
  NONE,
  PRIORITIES,
  personLabel,
  personValue,
  type Segment,
  STATUSES,
  segmentLabel,
  segmentValue,
  type Ticket,
} from '../../contract/index.ts';
import { type Codes, codeTexts, makeCodes, translate } from './codes.ts';
import { sortInSteps } from './merge-sort.ts';
import { inSlices, type Steps } from './steps.ts';
import { compareTexts } from './text-order.ts';

/** One value of a facet: what the query key takes, and how people call it. */
interface FacetEntry {
  readonly value: string;
  readonly label: string;
}

/** A facet's values in the order they are shown, and which one each ticket has. */
export interface FacetColumn {
  readonly entries: readonly FacetEntry[];
  /** A position in `entries` for every ticket; the length of `entries` for one that has none of them. */
  readonly codes: Codes;
  /** The opposite of `entries[code].value`. */
  readonly codeOf: ReadonlyMap<string, number>;
}

export type FacetColumns = { readonly [Name in Facet]: FacetColumn };

/** How the values of a facet are found in tickets, and put in order. */
interface Source {
  readonly read: (ticket: Ticket) => string | null;
  readonly labelOf: (ticket: Ticket, value: string) => string;
  /** Values that come first, in this order. */
  readonly first: readonly string[];
}

const AGE_LABELS: Readonly<Record<AgeBand, string>> = {
  '0-1': 'Under 1 day',
  '1-3': '1–3 days',
  '3-7': '3–7 days',
  '7-30': '7–30 days',
  '30-90': '30–90 days',
  '90+': '90 days and more',
};

/** The columns of all facets. `issued` holds the issue dates in epoch milliseconds, NaN where there is none. */
export function* buildFacetColumns(
  tickets: readonly Ticket[],
  issued: Float64Array,
  takenAt: number,
): Steps<FacetColumns> {
  return {
    status: yield* buildColumn(
      tickets,
      rawValue((ticket) => ticket.status, STATUSES),
    ),
    priority: yield* buildColumn(
      tickets,
      rawValue((ticket) => ticket.priority, PRIORITIES.toReversed()),
    ),
    type: yield* buildColumn(
      tickets,
      rawValue((ticket) => ticket.type, []),
    ),
    overdue: yield* buildOverdue(tickets),
    assignee: yield* buildColumn(tickets, {
      read: (ticket) => personValue(ticket.assignedUser),
      labelOf: (ticket) => personLabel(ticket.assignedUser) ?? 'Unassigned',
      first: [NONE],
    }),
    segment: yield* buildColumn(
      tickets,
      segmentSource((ticket) => ticket.currentSegment),
    ),
    originSegment: yield* buildColumn(
      tickets,
      segmentSource((ticket) => ticket.originSegment),
    ),
    age: yield* buildAge(issued, takenAt),
  };
}

function rawValue(read: Source['read'], first: readonly string[]): Source {
  return { read, labelOf: (_ticket, value) => value, first };
}

function segmentSource(segmentOf: (ticket: Ticket) => Segment | null): Source {
  return {
    read: (ticket) => segmentValue(segmentOf(ticket)),
    labelOf: (ticket) => segmentLabel(segmentOf(ticket)) ?? 'No segment',
    first: [NONE],
  };
}

function* buildColumn(tickets: readonly Ticket[], source: Source): Steps<FacetColumn> {
  const coded = yield* codeTexts(tickets, source.read);
  const entries = coded.texts.map((value, code) => {
    // One e-mail may come under several names, as after a marriage: the newest ticket knows best.
    const newest = tickets[coded.lastSeen[code] as number] as Ticket;
    return { value, label: source.labelOf(newest, value) };
  });
  const ordered = yield* sortEntries(entries, source.first);
  const codeOf = codesByValue(ordered);
  const newCodes = coded.texts.map((value) => codeOf.get(value) as number);
  const codes = translate(coded.codes, (code) => newCodes[code] ?? ordered.length, ordered.length);
  return { entries: ordered, codes, codeOf };
}

/** The values of `first` as they stand there, then the others by label, ignoring case, then by value. */
function* sortEntries(entries: readonly FacetEntry[], first: readonly string[]): Steps<FacetEntry[]> {
  const keyed = entries.map((entry) => {
    const place = first.indexOf(entry.value);
    return { entry, place: place === -1 ? first.length : place, label: entry.label.toLowerCase() };
  });
  const sorted = yield* sortInSteps(
    keyed,
    (a, b) =>
      a.place - b.place || compareTexts(a.label, b.label) || compareTexts(a.entry.value, b.entry.value),
  );
  return sorted.map(({ entry }) => entry);
}

function* buildOverdue(tickets: readonly Ticket[]): Steps<FacetColumn> {
  const entries = [
    { value: 'true', label: 'Overdue' },
    { value: 'false', label: 'Not overdue' },
  ];
  const codes = makeCodes(tickets.length, entries.length);
  yield* inSlices(tickets.length, (from, to) => {
    for (let position = from; position < to; position++) {
      codes[position] = (tickets[position] as Ticket).isOverdue ? 0 : 1;
    }
  });
  return { entries, codes, codeOf: codesByValue(entries) };
}

function* buildAge(issued: Float64Array, takenAt: number): Steps<FacetColumn> {
  const entries = AGE_BANDS.map((band) => ({ value: band.value, label: AGE_LABELS[band.value] }));
  const codes = makeCodes(issued.length, entries.length);
  yield* inSlices(issued.length, (from, to) => {
    for (let position = from; position < to; position++) {
      codes[position] = ageCode(ageInDays(issued[position] as number, takenAt));
    }
  });
  return { entries, codes, codeOf: codesByValue(entries) };
}

/** NaN and a day that is still to come are in no band. */
function ageCode(days: number): number {
  const code = AGE_BANDS.findIndex((band) => days >= band.from && days < band.to);
  return code === -1 ? AGE_BANDS.length : code;
}

function codesByValue(entries: readonly FacetEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.map((entry, code) => [entry.value, code]));
}
