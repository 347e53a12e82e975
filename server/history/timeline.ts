import {
  HISTORY_FIELDS,
  type HistoryEntry,
  type HistoryField,
  type TicketHistory,
} from '../../contract/index.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { plainLabel } from './ticket-state.ts';

/** Tells what is recorded of a ticket; null when no read that is remembered has listed it. */
export function ticketTimeline(history: RecordedHistory, id: number): TicketHistory | null {
  const { tickets, since } = history;
  const index = tickets.find(id);
  if (index === undefined || since === null) return null;
  const arrival = arrivalOf(history, index, since);
  const entries = [...(arrival === null ? [] : [arrival]), ...changesOf(history, index)];
  return { recordedSince: isoOf(since), entries: entries.reverse() };
}

/** The arrival of a ticket that the first read did not list. */
function arrivalOf({ tickets }: RecordedHistory, index: number, since: number): HistoryEntry | null {
  const seenAt = tickets.seenAt.get(index);
  const notBefore = tickets.notBefore.get(index);
  if (Number.isNaN(notBefore) || seenAt <= since) return null;
  return {
    at: isoOf(seenAt),
    notBefore: isoOf(notBefore),
    field: 'listed',
    from: 'false',
    to: 'true',
    fromLabel: plainLabel('listed', false),
    toLabel: plainLabel('listed', true),
  };
}

function changesOf({ log, values }: RecordedHistory, index: number): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  const tickets = log.ticket.all();
  for (let place = tickets.indexOf(index); place >= 0; place = tickets.indexOf(index, place + 1)) {
    const from = values.get(log.from.get(place));
    const to = values.get(log.to.get(place));
    entries.push({
      at: isoOf(log.at.get(place)),
      notBefore: isoOf(log.notBefore.get(place)),
      field: HISTORY_FIELDS[log.field.get(place)] as HistoryField,
      from: from.value,
      to: to.value,
      fromLabel: from.label,
      toLabel: to.label,
    });
  }
  return entries;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
