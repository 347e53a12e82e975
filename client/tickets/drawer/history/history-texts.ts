import type { HistoryEntry, RecordedKey, Ticket, TicketHistory } from '../../../../contract/index.ts';
import { formatDay, formatMoment } from '../../../format/dates.ts';
import { fieldTitle } from '../../../format/fields.ts';
import { formatCountOf } from '../../../format/numbers.ts';
import { formatFacetLabel } from '../../../format/value-labels.ts';

/** Changes that the same two reads enclose. */
export interface HistoryStep {
  /** Told apart by it. */
  readonly key: string;
  readonly when: string;
  readonly changes: readonly HistoryEntry[];
}

/** The steps of a history, the newest first. */
export function stepsOf({ entries }: TicketHistory, zone: string): readonly HistoryStep[] {
  const steps = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const key = `${entry.at} ${entry.notBefore}`;
    const step = steps.get(key);
    if (step === undefined) steps.set(key, [entry]);
    else step.push(entry);
  }
  return [...steps].map(([key, changes]) => ({
    key,
    when: whenOf(changes[0] as HistoryEntry, zone),
    changes,
  }));
}

/**
 * The time of a change, no closer than it is known: `27 Nov 2026, between 10:02 and 10:05`. Within one minute it is that
 * minute.
 */
export function whenOf({ at, notBefore }: Pick<HistoryEntry, 'at' | 'notBefore'>, zone: string): string {
  const end = momentOf(at, zone);
  if (notBefore === null) return `By ${end.day}, ${end.clock}`;
  const start = momentOf(notBefore, zone);
  if (start.day !== end.day) return `Between ${start.day}, ${start.clock} and ${end.day}, ${end.clock}`;
  if (start.clock === end.clock) return `${end.day}, ${end.clock}`;
  return `${end.day}, between ${start.clock} and ${end.clock}`;
}

function momentOf(instant: string, zone: string) {
  return { day: formatDay(instant, zone), clock: formatMoment(instant, Date.parse(instant), zone) };
}

/** What happened, where a field's two values need not be told. */
const EVENTS = {
  overdue: { true: 'Became overdue', false: 'No longer overdue' },
  deleted: { true: 'Deleted in QuestionPro', false: 'Restored in QuestionPro' },
  listed: { true: 'Listed by QuestionPro', false: 'No longer listed by QuestionPro' },
} as const;

/** A change as an event; null for one of a field with values. */
export function eventOf({ field, to }: HistoryEntry): string | null {
  const events: Readonly<Record<string, { readonly true: string; readonly false: string }>> = EVENTS;
  return events[field]?.[to === 'true' ? 'true' : 'false'] ?? null;
}

/** A change of a field with values: its name, and both as people call them. */
export function valuesOf({ field, fromLabel, toLabel }: HistoryEntry) {
  const key = field as RecordedKey;
  return {
    title: fieldTitle(key),
    from: formatFacetLabel(key, fromLabel),
    to: formatFacetLabel(key, toLabel),
  };
}

/** A ticket's history in a few words: since when it is overdue, and how often it moved; null when neither is told. */
export function summaryOf(
  { entries, recordedSince }: TicketHistory,
  { isOverdue }: Pick<Ticket, 'isOverdue'>,
  zone: string,
): string | null {
  if (recordedSince === null) return null;
  const moves = entries.filter(({ field }) => field === 'segment').length;
  const late = entries.find(({ field, to }) => field === 'overdue' && to === 'true');
  const since = late === undefined ? 'before recording began' : formatDay(late.at, zone);
  const parts = [
    ...(isOverdue ? [`overdue since ${since}`] : []),
    ...(moves > 0 ? [`moved ${moves === 1 ? 'once' : formatCountOf(moves, 'time')}`] : []),
  ];
  if (parts.length === 0) return null;
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
