/** The tickets of one workspace, in the order in which they are listed. */
export interface SandboxWorkspace {
  readonly id: string;
  readonly name: string;
  readonly tickets: object[];
}

/** The relevant part of a request: the path with its query, as sent. */
interface SandboxRequest {
  readonly method: string;
  readonly url: string;
  readonly apiKey: string | undefined;
}

interface SandboxAnswer {
  readonly status: number;
  readonly body: string;
}

const PATH = /^\/api\/v2\/cx\/closedloop\/workspaces\/([^/]+)\/tickets$/;

/** The vendor does not document a largest page; this is ours. */
const MAX_PER_PAGE = 1000;

/** The errors of the reference page; the last one is not on it. */
const ERRORS = {
  400: { name: 'BAD_REQUEST', id: '1000', message: 'Invalid URL parameters' },
  401: { name: 'UNAUTHORIZED', id: '1010', message: 'Incorrect API Key' },
  404: { name: 'NOT_FOUND', id: '1040', message: "The resource that you're trying to access doesn't exist" },
  405: { name: 'METHOD_NOT_ALLOWED', id: '1000', message: 'Only GET is understood here' },
} as const;

/** Which page of which workspace is asked for, as far as that can be read; null when it is no list of tickets. */
export function callOf(url: string): { workspace: string; page: number } | null {
  const [pathname = '', query = ''] = url.split('?', 2);
  const [, workspace] = PATH.exec(pathname) ?? [];
  return workspace === undefined
    ? null
    : { workspace, page: Number(new URLSearchParams(query).get('page') ?? 1) };
}

/** The same request for pages of at most that size. */
export function withPageSize(url: string, most: number): string {
  const [pathname = '', query = ''] = url.split('?', 2);
  const searchParams = new URLSearchParams(query);
  searchParams.set('perPage', String(Math.min(most, Number(searchParams.get('perPage') ?? most))));
  return `${pathname}?${searchParams}`;
}

/** Answers as the vendor's reference page says: the key is checked first, then the workspace, then the page. */
export function answer(
  request: SandboxRequest,
  apiKey: string,
  workspaces: readonly SandboxWorkspace[],
): SandboxAnswer {
  // Not by URL, which throws at what a request line may well hold.
  const [pathname = '', query = ''] = request.url.split('?', 2);
  const searchParams = new URLSearchParams(query);
  const [, id] = PATH.exec(pathname) ?? [];
  if (id === undefined) return failure(404, pathname);
  if (request.method !== 'GET') return failure(405, pathname);
  if (request.apiKey !== apiKey) return failure(401, pathname);
  const workspace = workspaces.find((known) => encodeURIComponent(known.id) === id);
  if (workspace === undefined) return failure(404, pathname);
  const page = wholeNumber(searchParams.getAll('page'), 1, Number.MAX_SAFE_INTEGER);
  const perPage = wholeNumber(searchParams.getAll('perPage'), 100, MAX_PER_PAGE);
  if (page === null || perPage === null) return failure(400, pathname);
  return { status: 200, body: listing(workspace.tickets, page, perPage) };
}

/** A parameter given once, from 1 to `max`, or not at all; null for everything else. */
function wholeNumber(given: readonly string[], fallback: number, max: number): number | null {
  const [text, second] = given;
  if (text === undefined) return fallback;
  const valid = second === undefined && /^[1-9]\d{0,15}$/.test(text) && Number(text) <= max;
  return valid ? Number(text) : null;
}

/** One page in the documented envelope; a page past the end is empty. */
function listing(tickets: readonly object[], page: number, perPage: number): string {
  return JSON.stringify({
    status: 'success',
    message: 'All tickets fetched successfully',
    data: tickets.slice((page - 1) * perPage, page * perPage),
    pagerOptions: { pagerDto: { pageNumber: page, perPage }, totalCount: tickets.length },
  });
}

function failure(status: keyof typeof ERRORS, resourceUrl: string): SandboxAnswer {
  const { name, id, message } = ERRORS[status];
  const docs = 'www.questionpro.com/api/error-codes.html';
  const error = { docs, name, httpStatusCode: status, id, message, resourceUrl };
  return { status, body: JSON.stringify({ response: { error } }) };
}
