import { DEFAULT_QUERY, decodeQuery, encodeQuery, type TicketQuery } from '../../contract/index.ts';
import { type AddressTarget, formatAddress } from '../address/address.ts';

/** A query that has a name: ready-made, or a reader's own. */
export interface SavedView {
  /** Told apart by it, among ready ones and own ones together. */
  readonly id: string;
  readonly name: string;
  /** Its filters, its order and its columns, as an address writes them. */
  readonly search: string;
  /** Whether the reader has made it. */
  readonly own: boolean;
  /** Of an own one: rises with each change. */
  readonly version?: number;
}

/** The longest name of a view, in characters. */
export const MAX_VIEW_NAME = 60;

/** The part of a query that a view saves: neither a page, nor how many rows one has, nor a snapshot. */
export function viewSearch(query: TicketQuery): string {
  const { page, perPage } = DEFAULT_QUERY;
  return new URLSearchParams(encodeQuery({ ...query, page, perPage, at: null, since: null })).toString();
}

/** The query of a view; null when an address could not hold it either, as after a change of what Loopdesk takes. */
export function decodeView({ search }: SavedView): TicketQuery | null {
  const decoded = decodeQuery(new URLSearchParams(search));
  return decoded.ok ? decoded.query : null;
}

/** The address of a view. One that is no longer understood leads to the words about it. */
export function viewHref(view: SavedView, workspace: string, place: AddressTarget = {}): string {
  const query = decodeView(view);
  if (query !== null) return formatAddress(workspace, query, place);
  return `${formatAddress(workspace, DEFAULT_QUERY, place)}?${view.search}`;
}
