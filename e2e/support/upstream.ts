import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A ticket as the vendor sends it, as far as a test cares. */
export interface VendorTicket {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** An upstream whose tickets a test changes by hand. It asks for no key. */
export interface ChangingUpstream {
  tickets: readonly VendorTicket[];
  /** Number of calls that it has had. */
  readonly calls: () => number;
  /** Environment in which Loopdesk reads it, as often as it may. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => void;
}

export async function startUpstream(tickets: readonly VendorTicket[]): Promise<ChangingUpstream> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const pageNumber = Number(searchParams.get('page'));
    const perPage = Number(searchParams.get('perPage'));
    const data = upstream.tickets.slice((pageNumber - 1) * perPage, pageNumber * perPage);
    const pagerOptions = { pagerDto: { pageNumber, perPage }, totalCount: upstream.tickets.length };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'success', message: 'ok', data, pagerOptions }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const upstream: ChangingUpstream = {
    tickets,
    calls: () => calls,
    environment: {
      QUESTIONPRO_BASE_URL: `http://127.0.0.1:${port}`,
      QUESTIONPRO_API_KEY: 'any-key-will-do',
      QUESTIONPRO_WORKSPACES: '1=North',
      QUESTIONPRO_CALLS_PER_DAY: '100000',
      REFRESH_SECONDS: '5',
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return upstream;
}

/**
 * An upstream in the demo's place, for two of its workspaces, where any tickets will do: a few are read at once, and
 * nobody has to make up their past.
 */
export async function startFew(): Promise<ChangingUpstream> {
  const upstream = await startUpstream(
    Array.from({ length: 40 }, (_, index) =>
      vendorTicket(index + 1, { status: ['OPEN', 'NEW', 'ESCALATED'][index % 3] }),
    ),
  );
  const environment = {
    ...upstream.environment,
    QUESTIONPRO_WORKSPACES: '4201=North,4202=South',
    REFRESH_SECONDS: '600',
  };
  return Object.assign(upstream, { environment });
}

/** Tickets with the ids from 1 on, all alike, the oldest first. */
export function vendorTickets(count: number): VendorTicket[] {
  return Array.from({ length: count }, (_, index) => vendorTicket(index + 1));
}

export function vendorTicket(id: number, overrides: Readonly<Record<string, unknown>> = {}): VendorTicket {
  const issueDate = new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString();
  return {
    id,
    createdAt: issueDate,
    updatedAt: issueDate,
    deletedAt: null,
    feedbackId: id,
    surveyId: null,
    responseId: null,
    priority: 'MEDIUM',
    status: 'NEW',
    type: 'MANUAL TICKET',
    description: `Words of ticket ${id}`,
    issueDate,
    isOverdue: false,
    customerName: `Customer ${id}`,
    customerEmail: `customer${id}@example.com`,
    originSegment: { id: 1, code: 'S1', name: 'Main Segment' },
    currentSegment: { id: 2, code: 'CS', name: 'Current Segment' },
    assignedUser: { name: 'Manager 1', email: 'manager@example.com' },
    ...overrides,
  };
}
