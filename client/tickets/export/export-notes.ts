import {
  type Column,
  type Facets,
  formatCsvRow,
  type SnapshotStatus,
  sortLabel,
  type TicketQuery,
  type Workspace,
} from '../../../contract/index.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';
import { formatExact } from '../../format/dates.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { oneLine } from '../../format/one-line.ts';

/** One fact about an export: what it is, and what it says. */
export interface Note {
  readonly name: string;
  readonly value: string;
}

/** Facts that an export's notes are made of. */
export interface ExportFacts {
  readonly workspace: Workspace;
  /** The list's query, without the selection. */
  readonly query: TicketQuery;
  /** To call filters' values by their names. */
  readonly facets: Facets | null;
  readonly snapshot: Pick<SnapshotStatus, 'number' | 'takenAt' | 'whole' | 'loaded' | 'total'>;
  /** Number of tickets in the file. */
  readonly rows: number;
  /** Number of tickets that match the list's filters. */
  readonly matching: number;
  /** Number of selected tickets; null when everything that matches was exported. */
  readonly selected: number | null;
  /** Null for every field. */
  readonly columns: readonly Column[] | null;
  readonly masked: boolean;
  /** Absolute address of the list. */
  readonly address: string;
  /** An ISO instant. */
  readonly exportedAt: string;
  /** The IANA time zone to tell times in. */
  readonly zone: string;
}

/** Notes that a reader of the file needs: the query, the data it ran on, and whether the file is complete. */
export function exportNotes(facts: ExportFacts): readonly Note[] {
  const { workspace, query, facets, zone, columns, masked, snapshot } = facts;
  const filters = activeFilters(query, facets, zone).map(filterLabels);
  const time = (instant: string) => `${formatExact(instant, zone)} (${instant})`;
  return [
    { name: 'Exported from', value: `Loopdesk, ${workspace.name} (workspace ${workspace.id})` },
    { name: 'Exported at', value: time(facts.exportedAt) },
    { name: 'Tickets', value: ticketsNote(facts) },
    { name: 'Filters', value: filters.length === 0 ? 'none' : filters.join('; ') },
    { name: 'Order', value: sortLabel(query.sort) },
    { name: 'Data taken at', value: snapshot.takenAt === null ? 'unknown' : time(snapshot.takenAt) },
    { name: 'Data whole', value: wholeNote(snapshot) },
    { name: 'Snapshot', value: String(snapshot.number) },
    {
      name: 'Columns',
      value: columns?.map(fieldTitle).join(', ') ?? 'all fields',
    },
    { name: 'Customers’ names and e-mails', value: masked ? 'hidden' : 'as they are' },
    { name: 'The list', value: facts.address },
  ];
}

function ticketsNote({ rows, matching, selected }: ExportFacts): string {
  if (selected === null) return `${formatCount(rows)} of ${formatCount(matching)} that match: all of them`;
  const gone = rows < selected ? `; ${formatCount(selected - rows)} of them are no longer there` : '';
  return `${formatCount(rows)} of ${formatCountOf(selected, 'selected ticket')}${gone}`;
}

function wholeNote({ whole, loaded, total }: ExportFacts['snapshot']): string {
  if (whole) return `yes: all ${formatCount(loaded)} tickets had been read from QuestionPro`;
  const all = total === null ? 'an unknown number of' : formatCount(total);
  return `no: ${formatCount(loaded)} of ${all} tickets had been read from QuestionPro, so some are missing`;
}

/** The notes as a text file. */
export function notesText(notes: readonly Note[]): string {
  return notes.map(({ name, value }) => `${name}: ${oneLine(value)}\r\n`).join('');
}

/**
 * The notes as the first lines of a CSV file, one cell each and an empty line after them. A cell begins with `#`,
 * so that none is a formula.
 */
export function notesCsv(notes: readonly Note[]): string {
  const rows = notes.map(({ name, value }) => [`# ${name}: ${oneLine(value)}`]);
  return [...rows, []].map((row) => formatCsvRow(row)).join('');
}
