import {
  DEFAULT_QUERY,
  type DecodedQuery,
  decodeQuery,
  encodeQuery,
  type TicketQuery,
} from '../../contract/index.ts';

/** What the address bar says: the view is the address, and nothing else. */
export interface Address {
  readonly workspace: string | null;
  readonly ticket: number | null;
  readonly query: DecodedQuery;
}

const PATH = /^\/w\/([^/]+)\/tickets(?:\/([1-9]\d{0,15}))?\/?$/;

/**
 * Reads an address.
 *
 * @returns null for an address that no screen has.
 */
export function parseAddress(pathname: string, search: string): Address | null {
  if (pathname === '/') return { workspace: null, ticket: null, query: { ok: true, query: DEFAULT_QUERY } };
  const [, workspace, ticket] = PATH.exec(pathname) ?? [];
  if (workspace === undefined) return null;
  return {
    workspace: decodeSegment(workspace),
    ticket: ticket === undefined ? null : Number(ticket),
    query: decodeQuery(new URLSearchParams(search)),
  };
}

/** Writes the address of a list, or of a ticket over its list. The snapshot is not part of it: links outlive it. */
export function formatAddress(workspace: string, query: TicketQuery, ticket: number | null = null): string {
  const path = `/w/${encodeURIComponent(workspace)}/tickets${ticket === null ? '' : `/${ticket}`}`;
  const search = new URLSearchParams(encodeQuery({ ...query, at: null, since: null })).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** A broken escape stays as it is: it names no workspace, and the screen says so. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
