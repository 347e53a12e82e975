import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { SandboxWorkspace } from './api.ts';
import { createCallCount } from './call-count.ts';
import { control, isForControls } from './control.ts';
import { createFaultSwitches } from './faults.ts';
import { readTicketFile } from './file.ts';
import { generateTickets } from './generator.ts';
import { inventPast, type PastRead } from './past.ts';
import { createRandom } from './random.ts';
import type { SandboxRecord } from './record.ts';
import { type ResponseContext, respond } from './respond.ts';

/** A running stand-in for QuestionPro, on loopback only. */
export interface Sandbox {
  /** All before `/cx/closedloop/…`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
  /** The last three months of a workspace, invented so that they end as it is listed; nothing of tickets from a file. */
  past(workspace: string): AsyncIterable<PastRead>;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Number of tickets in the main workspace; with a file, the most of its tickets. */
  readonly tickets?: number;
  /** Delay of every answer, in milliseconds. */
  readonly latencyMs?: number;
  /** A file of tickets to serve instead of invented ones; see {@link readTicketFile}. */
  readonly file?: string;
  /** Epoch milliseconds: when the newest invented tickets have just come in. */
  readonly now?: number;
  readonly seed?: number;
  readonly apiKey?: string;
  /** Whether faults can be switched on and calls counted, at `/_faults` and `/_calls`; off by default. */
  readonly faults?: boolean;
}

export const DEFAULT_TICKETS = 2500;
const SECOND_TICKETS = 400;
const MAIN_ID = '4201';
const SECOND_ID = '4202';

/** @throws Error when the port is taken or the file cannot be read */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { apiKey = 'sandbox-key-of-loopdesk', latencyMs = 0, port = 0, seed = 1, now = Date.now() } = options;
  const invented = options.file === undefined ? invent({ ...options, seed, now }) : null;
  const workspaces = invented ?? (await load(options.file ?? '', options.tickets));
  const random = createRandom(seed);
  const controls = options.faults ? { faults: createFaultSwitches(seed), calls: createCallCount() } : null;
  const context: ResponseContext = { apiKey, workspaces, controls, random };
  const server = createServer((request, response) => {
    if (controls !== null && isForControls(request)) {
      void control(request, response, controls);
      return;
    }
    // By the clock that the tickets are dated by, which a test may have set.
    response.setHeader('date', new Date().toUTCString());
    const ended = controls?.calls.arrived();
    const timer = setTimeout(() => respond(request, response, context), latencyMs);
    response.once('close', () => {
      // Whoever has left needs no answer.
      clearTimeout(timer);
      ended?.();
    });
  });
  const { port: taken } = await listen(server, port);
  return {
    baseUrl: `http://127.0.0.1:${taken}/api/v2`,
    apiKey,
    workspaces: workspaces.map(({ id, name }) => ({ id, name })),
    past: (id) => inventPast(invented?.find((known) => known.id === id)?.tickets ?? [], { seed, now }),
    close: () => shut(server),
  };
}

/** A workspace whose tickets are invented. */
interface InventedWorkspace extends SandboxWorkspace {
  readonly tickets: SandboxRecord[];
}

function invent({
  tickets = DEFAULT_TICKETS,
  seed,
  now,
}: Pick<SandboxOptions, 'tickets'> & { seed: number; now: number }): InventedWorkspace[] {
  const main = generateTickets({ count: tickets, seed, now, firstId: 35_000 });
  const second = generateTickets({ count: SECOND_TICKETS, seed: seed + 1, now, firstId: 61_000 });
  return [
    { id: MAIN_ID, name: 'Fernhollow Home – Europe', tickets: newestFirst(main) },
    { id: SECOND_ID, name: 'Fernhollow Home – Pilot stores', tickets: newestFirst(second) },
  ];
}

async function load(file: string, most = Number.POSITIVE_INFINITY): Promise<SandboxWorkspace[]> {
  const tickets = newestFirst(await readTicketFile(file)).slice(0, most);
  return [{ id: MAIN_ID, name: basename(file).replace(/\.ndjson(\.gz)?$/, ''), tickets }];
}

/** By issue date; what has none comes last. */
function newestFirst<Ticket extends object>(records: readonly Ticket[]): Ticket[] {
  const dated = records.map((record) => ({ record, issued: issuedAt(record) }));
  return dated.sort((a, b) => b.issued - a.issued).map(({ record }) => record);
}

function issuedAt(record: object): number {
  const issued = 'issueDate' in record ? Date.parse(String(record.issueDate)) : Number.NaN;
  return Number.isNaN(issued) ? -Number.MAX_VALUE : issued;
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: the sandbox protects nothing.
    server.listen(port, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
