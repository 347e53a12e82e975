import { PERSONAL_KEYS } from './field-keys.ts';
import type { TicketQuery } from './query.ts';
import { DEFAULT_SORT } from './sort.ts';

/** Whether a key is that of a field that tells who a customer is, or what they wrote. */
export function isPersonal(key: string): boolean {
  return PERSONAL_KEYS.some((personal) => personal === key);
}

/**
 * A query without what a viewer may not ask: an order by customers, the tickets of one of them, and their columns. Where
 * nothing else is left, the order and the columns are the usual ones. The same object when it asks for none of it.
 */
export function withoutPersonal(query: TicketQuery): TicketQuery {
  const sort = query.sort.filter(({ key }) => !isPersonal(key));
  const columns = query.columns?.filter(({ column }) => !isPersonal(column)) ?? null;
  const isSame =
    sort.length === query.sort.length &&
    columns?.length === query.columns?.length &&
    query.customerOf === null;
  if (isSame) return query;
  return {
    ...query,
    sort: sort.length === 0 ? DEFAULT_SORT : sort,
    columns: columns?.length === 0 ? null : columns,
    customerOf: null,
  };
}
