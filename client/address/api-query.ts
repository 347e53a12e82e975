import { useMemo } from 'react';
import {
  type Calendar,
  dayIn,
  endOf,
  relativePeriod,
  startOf,
  startOfDay,
  type TicketQuery,
} from '../../contract/index.ts';
import { useFromServerNow } from '../clock/use-server-now.ts';
import { useZone } from '../settings/settings.ts';

/**
 * A query as the server gets it: periods counted from the running one become the instants of their start and end in the
 * reader's time zone, anew after each midnight, and columns are left out.
 */
export function useApiQuery(query: TicketQuery): TicketQuery {
  const calendar = useCalendar();
  return useMemo(() => toApiQuery(query, calendar), [query, calendar]);
}

/** The reader's day and time zone: the same object until midnight. */
export function useCalendar(): Calendar {
  const zone = useZone();
  const today = useFromServerNow((now) => dayIn(now, zone));
  return useMemo(() => ({ now: startOfDay(today, zone), zone }), [today, zone]);
}

/** A query as the server gets it on that day. */
export function toApiQuery(query: TicketQuery, calendar: Calendar): TicketQuery {
  return {
    ...query,
    columns: null,
    issuedFrom: resolve(query.issuedFrom, startOf, calendar),
    issuedTo: resolve(query.issuedTo, endOf, calendar),
  };
}

function resolve(text: string | null, bound: typeof startOf, calendar: Calendar): string | null {
  if (text === null || relativePeriod(text) === null) return text;
  return new Date(bound(text, calendar)).toISOString();
}
