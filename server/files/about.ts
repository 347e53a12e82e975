import {
  DEFAULT_QUERY,
  encodeQuery,
  FIELD_KEYS,
  fieldOf,
  NONE,
  sortLabel,
  type TicketQuery,
} from '../../contract/index.ts';
import { type Fact, LONGEST_TEXT } from '../../contract/workbook/index.ts';
import type { TicketsFile } from './tickets-file.ts';

/** Facts about a workbook that are known once its tickets are written. */
export interface Written {
  readonly rows: number;
  /** Number of texts that were too long for a cell. */
  readonly cut: number;
  /** An ISO instant. */
  readonly at: string;
}

/** Facts that tell what the tickets are: of which query and data, and whether they are all. */
export function aboutFacts(file: TicketsFile, { rows, cut, at }: Written): readonly Fact[] {
  const { workspace, query, snapshot, total, columns, mask } = file;
  const filters = filterWords(query);
  return [
    ['Exported from', `Loopdesk, ${workspace.name} (workspace ${workspace.id})`],
    ['Exported at', at, 'date'],
    ['Tickets', `${count(rows)} of ${count(total)} that match`],
    ['Filters', filters.length === 0 ? 'none' : filters.join('; ')],
    ['Order', sortLabel(query.sort)],
    ['Data taken at', new Date(snapshot.takenAt).toISOString(), 'date'],
    ['Data whole', wholeWords(file)],
    ['Snapshot', snapshot.number],
    ['Columns', query.columns === null ? 'all fields' : columns.map(({ label }) => label).join(', ')],
    ['Customers’ names and e-mails', mask ? 'hidden' : 'as they are'],
    ['Times', 'in UTC; an age is in whole days, up to when the data was taken'],
    [
      'Texts cut',
      cut === 0 ? 'none' : `${count(cut)}, marked: a cell holds ${count(LONGEST_TEXT)} characters`,
    ],
  ];
}

function wholeWords({ snapshot: { whole, tickets, total } }: TicketsFile): string {
  const loaded = count(tickets.length);
  if (whole) return `yes: all ${loaded} tickets had been read from QuestionPro`;
  const all = total === null ? 'an unknown number of' : count(total);
  return `no: ${loaded} of ${all} tickets had been read from QuestionPro, so some are missing`;
}

/** Each filter as `Status: NEW, not RESOLVED`: by the words that the registry has, else as an address has them. */
function filterWords(query: TicketQuery): readonly string[] {
  const { page, perPage, sort, columns, at, since } = DEFAULT_QUERY;
  const values = new Map<string, string[]>();
  for (const [key, value] of encodeQuery({ ...query, page, perPage, sort, columns, at, since })) {
    values.set(key, [...(values.get(key) ?? []), valueWords(key, value)]);
  }
  return [...values].map(([key, words]) => `${keyWords(key)}: ${words.join(', ')}`);
}

function keyWords(key: string): string {
  const field = FIELD_KEYS.find((known) => known === key);
  if (field !== undefined) return fieldOf(field).label;
  if (key === 'q') return 'Search';
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueWords(key: string, written: string): string {
  const field = FIELD_KEYS.find((known) => known === key);
  if (field === undefined) return written;
  const { values, none, filter } = fieldOf(field);
  const isExcluded = filter === 'choice' && written.startsWith('-');
  const value = isExcluded ? written.slice(1) : written;
  const label = values?.find((known) => known.value === value)?.label ?? (value === NONE ? none : undefined);
  return `${isExcluded ? 'not ' : ''}${label ?? value.replace(/^=/, '')}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
