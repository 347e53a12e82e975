import { DEFAULT_QUERY, dayIn, decodeQuery, sortTerms } from '../../../contract/index.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';
import { formatDay, formatExact, formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { oneLine } from '../../format/one-line.ts';
import { formatValue } from '../../format/value-labels.ts';
import { carriedOverLabel } from '../model/carried-over-label.ts';
import { completenessLabel } from '../model/completeness-label.ts';
import { type Minutes, type MinutesRow, OUTCOME_LABELS, OUTCOMES, type OutcomePart } from './minutes.ts';

/** The heading of what is to be done. */
export const ACTIONS = 'Actions by owner';

/** The name of the group that nobody owns. */
export const NO_OWNER = 'No owner';

/** The reader's zone, and links to tickets. */
export interface MinutesContext {
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
  /** A ticket's address in QuestionPro; null when none is configured. */
  readonly linkOf: (ticket: number) => string | null;
}

/** `Boston 311 · 24 Nov 2026, 10:02 CET to 10:41`. */
export function timeLabel({ workspaceName, startedAt, endedAt }: Minutes, zone: string): string {
  const ended = endedAt === null ? '' : ` to ${endLabel(startedAt, endedAt, zone)}`;
  return `${oneLine(workspaceName)} · ${formatExact(startedAt, zone)}${ended}`;
}

function endLabel(startedAt: string, endedAt: string, zone: string): string {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)];
  return dayIn(start, zone) === dayIn(end, zone)
    ? formatMoment(endedAt, start, zone)
    : formatExact(endedAt, zone);
}

/** `Filters: Status: not Resolved · overdue first, … · Data of 24 Nov 2026, 10:01 CET, all 31,606 tickets read`. */
export function aboutLabel({ search, snapshot }: Minutes, zone: string): string {
  const decoded = decodeQuery(new URLSearchParams(search));
  const query = decoded.ok ? decoded.query : DEFAULT_QUERY;
  const filters = activeFilters(query, null, zone).map((filter) => oneLine(filterLabels(filter)));
  const taken = snapshot.takenAt === null ? 'an unknown time' : formatExact(snapshot.takenAt, zone);
  return [
    `Filters: ${filters.length === 0 ? 'none' : filters.join(', ')}`,
    sortTerms(query.sort),
    `Data of ${taken}, ${completenessLabel(snapshot)}`,
  ].join(' · ');
}

/** `23 tickets: 12 discussed, 4 to follow up, 2 skipped, 0 parked, 5 not reviewed`. */
export function tallyLabel({ total, counts }: Minutes): string {
  const parts = OUTCOMES.map(
    (outcome) => `${formatCount(counts[outcome])} ${OUTCOME_LABELS[outcome].toLowerCase()}`,
  );
  return `${formatCountOf(total, 'ticket')}: ${parts.join(', ')}`;
}

/** The closing line. */
export function closingLabel({ masked }: Minutes): string {
  return `Decided in a meeting and noted in Loopdesk. Nothing of this was sent to QuestionPro.${
    masked ? ' Customers’ names are hidden.' : ''
  }`;
}

/** `6 Feb 2026`; '' for no day. */
export function dueLabel({ due }: MinutesRow): string {
  return due === '' ? '' : formatDay(due, 'UTC');
}

/** `Critical, overdue, carried over`; '' where there is nothing to tell. */
export function factsLabel({ ticket, carriedOver }: MinutesRow): string {
  const priority = ticket.priority === null ? '' : oneLine(formatValue(ticket.priority));
  const facts = [priority, ticket.isOverdue ? 'overdue' : '', carriedOverLabel(carriedOver)];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** `Also among the actions: 12, 15`; '' for none. */
export function amongActionsLabel({ actions, rows }: OutcomePart): string {
  if (actions.length === 0) return '';
  const ids = actions.map(({ ticket }) => ticket.id).join(', ');
  return `${rows.length === 0 ? 'Among' : 'Also among'} the actions: ${ids}`;
}
