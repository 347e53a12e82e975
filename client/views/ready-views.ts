import { DEFAULT_QUERY, parseSort, type TicketQuery } from '../../contract/index.ts';
import { PRESSING_FILTERS, type PressingFilter, pressingChange } from '../filters/pressing-filters.ts';
import { withFilters } from '../filters/with-filters.ts';
import { type SavedView, viewSearch } from './saved-view.ts';

interface ReadyView extends SavedView {
  /** The key that shows it after `g`. */
  readonly letter: string;
}

/** The view that a reader starts with who has chosen none. */
export const USUAL_START = 'attention';

/** The views that everybody has, the most pressing first. */
export const READY_VIEWS: readonly ReadyView[] = [
  readyView(USUAL_START, 'Open tickets', 'a', withFilters(DEFAULT_QUERY, { open: true })),
  pressingView('overdue', 'o'),
  pressingView('urgent', 'c'),
  pressingView('unassigned', 'u', sorted('-priority,issueDate')),
  pressingView('escalated', 'e'),
  readyView('today', 'Issued today', 'd', { ...DEFAULT_QUERY, issuedFrom: 'today', ...sorted('-issueDate') }),
];

function readyView(id: string, name: string, letter: string, query: TicketQuery): ReadyView {
  return { id, name, letter, search: viewSearch(query), own: false };
}

function pressingView(pressing: PressingFilter['id'], letter: string, sort: Partial<TicketQuery> = {}) {
  const filter = PRESSING_FILTERS.find(({ id }) => id === pressing);
  if (filter === undefined) throw new Error(`There is no filter ${pressing}.`);
  const query = withFilters({ ...DEFAULT_QUERY, ...sort }, pressingChange(filter));
  return readyView(pressing, filter.label, letter, query);
}

function sorted(text: string): Pick<TicketQuery, 'sort'> {
  return { sort: parseSort(text) ?? DEFAULT_QUERY.sort };
}
