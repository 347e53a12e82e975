import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { oddQuery } from '../test/odd-queries.ts';
import { listen } from '../test/sockets.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';

const QUERIES = 5_000;
/** A whole page of these tickets, with room to spare: no question makes an answer larger. */
const LARGEST_ANSWER = 100_000;
const AT_ONCE = 8;

const ROUTES = [
  'tickets',
  'tickets.csv',
  'tickets.xlsx',
  'tickets/3',
  'summary',
  'trends',
  'tickets/3/history',
  'snapshot',
  'refresh',
  'tickets/nothing',
  'nothing',
].map((name) => `/api/workspaces/w/${name}`);
const OTHERS = ['/api/workspaces', '/api/workspaces/nope/tickets', '/healthz', '/readyz', '/metrics', '/'];

let server: Server;
let port: number;
let log: string[];
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

beforeAll(async () => {
  const list = [
    ...tickets(1, 40),
    ticket(41, { description: 'Groß, Łódź, テスト', assignedUser: null, currentSegment: null }),
    ticket(42, { status: '__proto__', priority: null, issueDate: null, deletedAt: '2026-02-05T00:00:00Z' }),
  ];
  const source = fakeSource('w', snapshotOf(7, list), snapshotOf(8, list.slice(5)));
  const many = Number.MAX_SAFE_INTEGER;
  const limits = { requests: many, costlyRequests: many, exports: AT_ONCE, exportsPerClient: AT_ONCE };
  const served = serve([source], { limits: { ...LIMITS, ...limits } });
  log = served.log;
  server = createHttpServer(served.app);
  port = await listen(server);
});

afterAll(() => {
  agent.destroy();
  server.close();
  server.closeAllConnections();
});

/** What is wrong with the answer; null when nothing is. */
async function faultOf(path: string): Promise<string | null> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, resolve).once('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const told = `${response.statusCode} ${path.slice(0, 300)}`;
  if (response.statusCode === undefined || response.statusCode >= 500) return told;
  if (body.length > LARGEST_ANSWER) return `${body.length} bytes, ${told}`;
  const isProblem = response.statusCode >= 400;
  return isProblem && !problemSchema.safeParse(JSON.parse(String(body))).success
    ? `no problem, ${told}`
    : null;
}

test('whatever is asked for, nothing fails, and no answer is larger than what there is to tell', async () => {
  const paths = fc
    .sample(oddQuery, { numRuns: QUERIES, seed: 311 })
    .map((text, index) => `${[...ROUTES, ...OTHERS][index % (ROUTES.length + OTHERS.length)]}?${text}`);
  const faults: string[] = [];
  const waiting = paths.values();
  const client = async () => {
    for (const path of waiting) {
      const fault = await faultOf(path);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  expect(faults).toEqual([]);
  expect(log).toHaveLength(QUERIES);
  expect(log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
