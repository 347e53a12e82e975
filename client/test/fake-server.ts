import { HttpResponse, http } from 'msw';
import {
  decodeQuery,
  type Marks,
  type Me,
  PROBLEMS,
  type ProblemCode,
  type SnapshotStatus,
  summaryRequest,
  type Ticket,
  type TicketHistory,
} from '../../contract/index.ts';
import { facetsOf, isListed } from './naive-filters.ts';
import { summarize } from './naive-summary.ts';

/** A server of one workspace whose snapshots a test swaps by hand. It filters by status, overdue, ids and words alone. */
export interface FakeServer {
  /** The tickets of each snapshot that is still kept, by number. */
  readonly snapshots: Map<number, readonly Ticket[]>;
  /** Overrides of the data's status that follows from the snapshots. */
  status: Partial<SnapshotStatus>;
  /** The history of every ticket. */
  history: TicketHistory;
  /** The reader; null when nobody is signed in. */
  me: Me | null;
  /** Snapshot numbers of the requested lists, other than for their counts; null for the newest. */
  readonly requested: (number | null)[];
}

const WORKSPACES = [{ id: '1', name: 'North' }];

/** The reader of a server that knows nobody. */
const NOBODY_SIGNS_IN: Me = {
  access: 'none',
  user: null,
  workspaces: WORKSPACES.map((workspace) => ({ ...workspace, role: 'admin' })),
  groupsLeftOut: false,
  signOutUrl: null,
  contact: null,
};

export function fakeServer(tickets: readonly Ticket[]): FakeServer {
  return {
    snapshots: new Map([[1, tickets]]),
    status: {},
    history: { recordedSince: null, entries: [] },
    me: NOBODY_SIGNS_IN,
    requested: [],
  };
}

export function ticket(id: number, overrides: Partial<Ticket> = {}): Ticket {
  return {
    id,
    createdAt: '2026-02-04T08:59:51.863Z',
    updatedAt: '2026-02-04T08:59:52.000Z',
    deletedAt: null,
    feedbackId: 25739,
    surveyId: null,
    responseId: null,
    priority: 'HIGH',
    status: 'NEW',
    type: 'MANUAL TICKET',
    description: `Words of ticket ${id}`,
    issueDate: '2026-02-04T08:59:52.000Z',
    isOverdue: false,
    customerName: 'Customer',
    customerEmail: 'customer@example.com',
    originSegment: { id: 188602, code: 'S1', name: 'Main Segment' },
    currentSegment: { id: 216627, code: 'CS', name: 'Current Segment' },
    assignedUser: { name: 'Manager 1', email: 'manager@example.com' },
    ...overrides,
  };
}

export function handlers(server: FakeServer) {
  return [
    http.get('*/api/*', () => (server.me === null ? problem('not-signed-in') : undefined)),
    http.get('*/api/me', () => HttpResponse.json(server.me)),
    http.get('*/api/workspaces', () =>
      HttpResponse.json({
        mode: 'demo',
        workspaces: WORKSPACES.filter(({ id }) => server.me?.workspaces.some((own) => own.id === id)),
        ticketUrlTemplate: null,
      }),
    ),
    http.get('*/api/workspaces/1/snapshot', ({ request }) => {
      const { at } = question(request.url);
      const number = at ?? newestOf(server);
      return server.snapshots.has(number)
        ? HttpResponse.json(polledStatusOf(server, number))
        : problem('snapshot-gone');
    }),
    http.get('*/api/workspaces/1/report', () => HttpResponse.json({ available: false })),
    http.get('*/api/workspaces/1/tickets/:id/history', () => HttpResponse.json(server.history)),
    http.get('*/api/workspaces/1/tickets/:id', ({ params: { id } }) => {
      const found = server.snapshots.get(newestOf(server))?.find((one) => one.id === Number(id));
      return found === undefined ? problem('unknown-ticket') : HttpResponse.json(found);
    }),
    http.get('*/api/workspaces/1/summary', ({ request }) => {
      const asked = summaryRequest.decode(new URL(request.url).searchParams);
      if (!asked.ok) throw new Error(`The client sent an invalid query: ${request.url}`);
      const number = asked.query.at ?? newestOf(server);
      const tickets = server.snapshots.get(number);
      if (!tickets) return problem('snapshot-gone');
      const shown = tickets.filter((one) => isListed(one, asked.query));
      const by = asked.extra.by.filter((key) => key !== 'issued');
      return HttpResponse.json({ ...summarize(shown, by), snapshot: statusOf(server, number) });
    }),
    http.get('*/api/workspaces/1/tickets', ({ request }) => {
      const query = question(request.url);
      const { at, since, page, perPage } = query;
      if (perPage > 1) server.requested.push(at);
      const number = at ?? newestOf(server);
      const tickets = server.snapshots.get(number);
      if (!tickets) return problem(server.snapshots.size === 0 ? 'not-loaded-yet' : 'snapshot-gone');
      const shown = tickets.filter((one) => isListed(one, query));
      return HttpResponse.json({
        tickets: shown.slice((page - 1) * perPage, page * perPage),
        page: { number: page, perPage, total: shown.length, pages: Math.ceil(shown.length / perPage) },
        facets: facetsOf(tickets, query),
        snapshot: statusOf(server, number),
        ...(since !== null && { marks: marksOf(server, since, shown) }),
      });
    }),
  ];
}

export function problem(code: ProblemCode) {
  const { status, title } = PROBLEMS[code];
  return HttpResponse.json({ type: 'about:blank', title, status, detail: title, code }, { status });
}

function question(url: string) {
  const decoded = decodeQuery(new URL(url).searchParams);
  if (!decoded.ok) throw new Error(`The client sent an invalid query: ${url}`);
  return decoded.query;
}

function newestOf(server: FakeServer): number {
  return Math.max(0, ...server.snapshots.keys());
}

/** Status of the data for a list of that snapshot. */
export function statusOf(server: FakeServer, number: number): SnapshotStatus {
  const newest = newestOf(server);
  const before = new Set(server.snapshots.get(number));
  const after = new Set(server.snapshots.get(newest));
  return {
    number,
    state: 'fresh',
    whole: true,
    loaded: before.size,
    total: before.size,
    takenAt: '2026-02-05T09:00:00.000Z',
    nextRefreshAt: null,
    refresh: { price: 26, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
    problem: null,
    calls: { today: 1, perDay: 2000 },
    newest,
    changes: { added: [...after].filter((one) => !before.has(one)).length, changed: 0, gone: 0 },
    ...server.status,
  };
}

/** The same as it is polled. */
function polledStatusOf(server: FakeServer, number: number): SnapshotStatus {
  const status = statusOf(server, number);
  return { ...status, calls: { ...status.calls, lastMinute: 17 } };
}

function marksOf(server: FakeServer, since: number, shown: readonly Ticket[]): Marks {
  const before = new Set(server.snapshots.get(since)?.map(({ id }) => id));
  return { added: shown.map(({ id }) => id).filter((id) => !before.has(id)), changed: [] };
}
