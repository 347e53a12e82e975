import type { Calendar, Facets, TicketQuery } from '../../../contract/index.ts';
import { MAX_TEXT } from '../../../contract/meeting/index.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';

/** More words than these make a list out of a name. */
const MOST_WORDS = 3;

/** The filters whose value says nothing without their title. */
const UNCLEAR: ReadonlySet<string> = new Set(['deleted', 'changedSince', 'customerOf', 'moved']);

/** The list that a meeting is about. */
interface AboutView {
  readonly query: TicketQuery;
  /** The saved view's name; null for none. */
  readonly name: string | null;
  /** To call values by their names; null where they are not known. */
  readonly facets: Facets | null;
}

/** The suggested title of a meeting: `Monday triage, North` or `…, Overdue, not Resolved`. */
export function suggestTitle({ query, name, facets }: AboutView, { now, zone }: Calendar): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone }).format(now);
  if (name !== null) return shorten(`${day} triage, ${name}`);
  const filters = activeFilters(query, facets, zone);
  const words = [
    ...filters
      .filter(({ excludes }) => !excludes)
      .map((filter) => (UNCLEAR.has(filter.id) ? filterLabels(filter) : filter.value)),
    ...filters.filter(({ excludes }) => excludes).map(({ value }) => `not ${value}`),
  ];
  const shown = words.length > MOST_WORDS ? [...words.slice(0, MOST_WORDS - 1), 'and more'] : words;
  return shorten([`${day} triage`, ...shown].join(', '));
}

/** A title that none of others has: `Monday triage (2)`. */
export function untakenTitle(title: string, others: readonly string[]): string {
  let name = title;
  for (let count = 2; others.includes(name); count++) name = `${title} (${count})`;
  return name;
}

function shorten(name: string): string {
  const letters = [...name];
  return letters.length <= MAX_TEXT.title / 2
    ? name
    : `${letters.slice(0, MAX_TEXT.title / 2 - 1).join('')}…`;
}
