import { DEFAULT_QUERY, parseSort, type TicketQuery } from '../../contract/index.ts';
import { RESOLVED } from '../filters/change-filters.ts';
import { type SavedView, viewSearch } from './saved-view.ts';

const NOT_RESOLVED = { not: { ...DEFAULT_QUERY.not, status: [RESOLVED] } };

/** The views for every day, the most pressing first, each with the key that shows it after `g`. */
const DEFINITIONS = [
  { id: 'attention', name: 'Open tickets', letter: 'a', query: NOT_RESOLVED },
  { id: 'overdue', name: 'Overdue', letter: 'o', query: { ...NOT_RESOLVED, overdue: true } },
  {
    id: 'urgent',
    name: 'Critical and high',
    letter: 'c',
    query: { ...NOT_RESOLVED, priority: ['CRITICAL', 'HIGH'] },
  },
  {
    id: 'unassigned',
    name: 'Unassigned',
    letter: 'u',
    query: { ...NOT_RESOLVED, assignee: ['none'], ...sorted('-priority,issueDate') },
  },
  { id: 'escalated', name: 'Escalated', letter: 'e', query: { status: ['ESCALATED'] } },
  { id: 'today', name: 'New today', letter: 't', query: { issuedFrom: 'today', ...sorted('-issueDate') } },
] as const satisfies readonly {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly query: Partial<TicketQuery>;
}[];

interface ReadyView extends SavedView {
  /** The key that shows it after `g`. */
  readonly letter: string;
}

/** The views that everybody has. */
export const READY_VIEWS: readonly ReadyView[] = DEFINITIONS.map(({ id, name, letter, query }) => ({
  id,
  name,
  letter,
  search: viewSearch({ ...DEFAULT_QUERY, ...query }),
  own: false,
}));

/** The start view of a reader who has chosen none. */
export const USUAL_START = DEFINITIONS[0].id;

function sorted(text: string): Pick<TicketQuery, 'sort'> {
  return { sort: parseSort(text) ?? DEFAULT_QUERY.sort };
}
