import { DEFAULT_QUERY, encodeQuery, parseTicketId, type TicketQuery } from '../../contract/index.ts';
import { basePath, withoutBasePath } from '../base/base-path.ts';
import { trimLinkEnd } from './link-end.ts';
import { memoizeLast } from './memoize-last.ts';
import { formatSearch, type ReadLink, readLink } from './read-link.ts';
import { findScreen, type Screen } from './screens.ts';

/** Content of the address bar: the whole state of the list, and nothing else. */
export interface Address {
  readonly workspace: string | null;
  readonly screen: Screen;
  /** Id of the ticket or meeting after the screen's name; null for neither. */
  readonly item: string | null;
  readonly query: ReadLink;
}

/** A step along the path, such as to a ticket, leaves the query the same object. */
const readQuery = memoizeLast(readLink);

const PATH = /^\/w\/([^/]+)\/([a-z-]+)(?:\/([^/]+))?\/?$/;

/**
 * Reads an address.
 *
 * @returns null for an address that no screen has.
 */
export function parseAddress(pathname: string, search: string): Address | null {
  // No path of ours ends with what comes to stand behind a link.
  const path = trimLinkEnd(withoutBasePath(pathname));
  if (path === '/')
    return { workspace: null, screen: 'tickets', item: null, query: { ok: true, query: DEFAULT_QUERY } };
  const [, workspace, name, item = null] = PATH.exec(path) ?? [];
  const screen = findScreen(name);
  if (workspace === undefined || screen === undefined || !takesItem(screen, item)) return null;
  return {
    workspace: decodeSegment(workspace),
    screen,
    item: item === null ? null : decodeSegment(item),
    query: readQuery(search),
  };
}

function takesItem(screen: Screen, item: string | null): boolean {
  if (item === null || screen === 'triage') return true;
  return screen === 'tickets' && parseTicketId(item) !== null;
}

/** Target of an address within a workspace, besides its query. */
export interface AddressTarget {
  readonly screen?: Screen;
  readonly item?: string | number | null;
  /** The screen's own keys and values. */
  readonly params?: readonly (readonly [string, string])[];
}

/** Writes the address of a screen, or of a ticket over its list. The snapshot is not part of it: links outlive it. */
export function formatAddress(
  workspace: string,
  query: TicketQuery,
  { screen = 'tickets', item = null, params = [] }: AddressTarget = {},
): string {
  const end = item === null ? '' : `/${encodeURIComponent(item)}`;
  const path = `${basePath()}/w/${encodeURIComponent(workspace)}/${screen}${end}`;
  const search = formatSearch([...params, ...encodeQuery({ ...query, at: null, since: null })]);
  return search === '' ? path : `${path}?${search}`;
}

/** A broken escape stays as it is: it names no workspace, and the screen says so. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not an escape: the text itself is all that there is to show.
    return segment;
  }
}
