import { DEFAULT_QUERY, RECORDED_KEYS, type TicketQuery } from '../../contract/index.ts';

/** Filters that trends ask of what is recorded. */
const RECORDED: ReadonlySet<string> = new Set([
  ...RECORDED_KEYS,
  'moved',
  'issuedFrom',
  'issuedTo',
  'deleted',
]);

/**
 * The filters of a query that no recorded state answers, such as words: only today's tickets can be asked. Null when
 * there are none.
 */
export function unrecordedFilters(query: TicketQuery): TicketQuery | null {
  const rest = keepUnrecorded(query, DEFAULT_QUERY);
  const not = keepUnrecorded(query.not, DEFAULT_QUERY.not);
  const isPlain = isSame(rest, { ...DEFAULT_QUERY, not: rest.not }) && isSame(not, DEFAULT_QUERY.not);
  return isPlain ? null : { ...rest, not, deleted: 'include' };
}

function keepUnrecorded<Part extends object>(part: Part, none: Part): Part {
  const entries = Object.entries(part).filter(([key]) => !RECORDED.has(key));
  return { ...none, ...Object.fromEntries(entries) };
}

/** Both have the same keys, in the order of the default query. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
