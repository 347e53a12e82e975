import { afterAll, expect, test, vi } from 'vitest';
import type { ReportAnswer, ReportSchedule } from '../../../contract/index.ts';
import { createAudit } from '../../access/audit/audit.ts';
import { createMemoryAuditStore } from '../../access/audit/audit-store.ts';
import type { Session } from '../../access/sessions/session-store.ts';
import { idOfSession } from '../../access/sessions/session-token.ts';
import type { StoredToken, TokenStore } from '../../access/tokens/token-store.ts';
import { createTokens } from '../../access/tokens/tokens.ts';
import { accessOf, principal } from '../../test/access.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../../test/app.ts';
import { historyOf } from '../../test/history.ts';
import { ticket, tickets } from '../../test/tickets.ts';
import { ROUTE_RULES } from '../route-rules.ts';
import { describeApi } from './document.ts';
import { templateOf } from './parameters.ts';
import { createAnswerCheck } from './testing/answer-check.ts';

const W = '/api/workspaces/w';
const OF_W = '/api/workspaces/:workspace';
const SCHEDULE: ReportSchedule = {
  version: 0,
  recipients: ['ann@example.com'],
  weekday: 'monday',
  at: '08:00',
  zone: 'Europe/Berlin',
  enabled: true,
};
const REPORT: ReportAnswer = { ...SCHEDULE, available: true, nextAt: null, lastSentAt: null, problem: null };

const kept: StoredToken[] = [];
const store: TokenStore = {
  insert: async (token) => kept.push(token) > 0,
  find: async (hash) => kept.find((token) => token.hash === hash) ?? null,
  list: async () => kept,
  touch: async () => undefined,
  remove: async (id) => kept.find((token) => token.id === id) ?? null,
};
const session: Session = {
  hash: 'of-a-session',
  person: { id: 'anna', name: 'Anna', email: null, userName: null, groups: [] },
  subject: 'anna',
  providerSession: null,
  tokens: null,
  createdAt: NOW,
  seenAt: NOW,
  endsAt: NOW,
};
const sessions = {
  list: async () => [session],
  idOf: ({ hash }: Session) => idOfSession(hash),
  endById: async (id: string) => (id === idOfSession(session.hash) ? session : null),
};
const logger = { info: () => undefined, warn: () => undefined };
const audit = createAudit({ store: createMemoryAuditStore(), retentionDays: 1, now: () => NOW, logger });
afterAll(() => audit.close());

const BEFORE = snapshotOf(6, tickets(1, 4), { takenAt: NOW - 86_400_000 });
const AFTER = snapshotOf(7, [
  ticket(1, { status: 'RESOLVED', assignedUser: null, currentSegment: null, isOverdue: true }),
  ticket(2, { description: null, issueDate: null, priority: 'Odd' }),
  ...tickets(4, 9),
]);
const source = fakeSource('w', BEFORE, AFTER);
const history = historyOf(BEFORE, AFTER);
source.recording = { ...source.recording, history: () => history };
const failing = fakeSource('failing');
failing.reading = {
  ...failing.reading,
  state: 'stale',
  problem: {
    kind: 'unauthorized',
    message: 'QuestionPro refuses the key.',
    since: new Date(NOW).toISOString(),
    retryAt: null,
  },
};

let who: ReturnType<typeof principal> | null = null;
const { http } = serve([source, fakeSource('empty'), failing], {
  access: accessOf(() => who),
  tokens: createTokens({ store, now: () => NOW, logger }),
  sessions,
  audit,
  reports: new Map([['w', { read: async () => REPORT, save: async () => REPORT }]]),
});
const check = createAnswerCheck(describeApi({ access: 'oidc', publicUrl: null }));

/** A request as an admin, the route that it is of, and the status of its answer. */
type Case = [status: number, route: string, address: string, body?: object];

const GOOD: readonly Case[] = [
  [200, 'GET /api/me', '/api/me'],
  [200, 'GET /api/openapi.json', '/api/openapi.json'],
  [200, 'GET /api/workspaces', '/api/workspaces'],
  [200, `GET ${OF_W}/tickets`, `${W}/tickets?since=6&overdue=true&status=RESOLVED&assignee=none`],
  [200, `GET ${OF_W}/tickets`, `${W}/tickets?at=6&perPage=2&page=2&sort=-customer`],
  [200, `GET ${OF_W}/tickets.csv`, `${W}/tickets.csv`],
  [200, `GET ${OF_W}/tickets.csv`, `${W}/tickets.csv?separator=tab&mask=true`],
  [200, `GET ${OF_W}/tickets.xlsx`, `${W}/tickets.xlsx`],
  [200, `GET ${OF_W}/tickets/:ticket`, `${W}/tickets/2`],
  [200, `GET ${OF_W}/tickets/:ticket/history`, `${W}/tickets/1/history`],
  [200, `GET ${OF_W}/trends`, `${W}/trends?by=segment&span=day`],
  [200, `GET ${OF_W}/summary`, `${W}/summary?by=issued,priority`],
  [200, `GET ${OF_W}/snapshot`, `${W}/snapshot`],
  [200, `GET ${OF_W}/snapshot`, '/api/workspaces/failing/snapshot'],
  [202, `POST ${OF_W}/refresh`, `${W}/refresh`],
  [200, `GET ${OF_W}/report`, `${W}/report`],
  [200, `GET ${OF_W}/report`, '/api/workspaces/empty/report'],
  [200, `PUT ${OF_W}/report`, `${W}/report`, SCHEDULE],
  [
    201,
    'POST /api/tokens',
    '/api/tokens',
    { name: 'A', role: 'viewer', expiresAt: new Date(NOW + 1_000).toISOString() },
  ],
  [200, 'GET /api/tokens', '/api/tokens'],
  [204, 'DELETE /api/tokens/:token', '/api/tokens/TOKEN'],
  [200, 'GET /api/sessions', '/api/sessions'],
  [204, 'DELETE /api/sessions/:session', `/api/sessions/${idOfSession(session.hash)}`],
  [200, 'GET /api/audit', '/api/audit?who=a&from=2026-02-10'],
  [200, 'GET /api/audit.csv', '/api/audit.csv'],
];

const PROBLEMS: readonly Case[] = [
  [400, `GET ${OF_W}/tickets`, `${W}/tickets?overdue=maybe&odd=1`],
  [400, `GET ${OF_W}/trends`, `${W}/trends?page=2`],
  [400, `GET ${OF_W}/summary`, `${W}/summary`],
  [400, 'GET /api/audit', '/api/audit?odd=1'],
  [400, 'GET /api/audit.csv', '/api/audit.csv?before=7'],
  [400, 'POST /api/tokens', '/api/tokens', {}],
  [400, `PUT ${OF_W}/report`, `${W}/report`, {}],
  [404, `GET ${OF_W}/tickets`, '/api/workspaces/nowhere/tickets'],
  [404, `GET ${OF_W}/tickets/:ticket`, `${W}/tickets/99`],
  [404, `GET ${OF_W}/tickets/:ticket/history`, `${W}/tickets/99/history`],
  [404, 'DELETE /api/tokens/:token', '/api/tokens/none'],
  [404, 'DELETE /api/sessions/:session', '/api/sessions/none'],
  [409, `PUT ${OF_W}/report`, '/api/workspaces/empty/report', SCHEDULE],
  [410, `GET ${OF_W}/tickets`, `${W}/tickets?at=5`],
  [413, `PUT ${OF_W}/report`, `${W}/report`, { filling: 'x'.repeat(20_000) }],
  [503, `GET ${OF_W}/tickets`, '/api/workspaces/empty/tickets'],
  [503, `GET ${OF_W}/trends`, '/api/workspaces/failing/trends'],
  [503, `GET ${OF_W}/tickets.csv`, '/api/workspaces/failing/tickets.csv'],
];

async function answerOf(method: string, address: string, body: object | undefined) {
  const path = address.replace('TOKEN', kept[0]?.id ?? '');
  const asked = {
    GET: http.get(path),
    POST: http.post(path),
    PUT: http.put(path),
    DELETE: http.delete(path),
  };
  const request = asked[method as keyof typeof asked];
  return body === undefined ? request : request.send(body);
}

/** What an answer has that its description has not, after its status was looked at. */
async function misfits([status, route, address, body]: Case): Promise<readonly string[]> {
  const [method = '', path = ''] = route.split(' ');
  const answer = await answerOf(method, address, body);
  expect(answer.status).toBe(status);
  return check(method, templateOf(path), answer);
}

test.each<Case>([...GOOD, ...PROBLEMS])('%d of %s is as it is described: %s', async (...asked) => {
  who = principal('admin');
  expect(await misfits(asked)).toEqual([]);
});

test.each<Case>(GOOD)('instead of %d of %s, nobody gets a problem that is described', async (_, ...asked) => {
  who = null;
  expect(await misfits([401, ...asked])).toEqual([]);
});

test('a viewer’s answers fit too, and those that are refused', async () => {
  who = principal('viewer');
  await vi.waitFor(async () => expect((await http.get(`${W}/tickets`)).body.tickets).toHaveLength(8));
  expect(await misfits([200, `GET ${OF_W}/tickets`, `${W}/tickets`])).toEqual([]);
  expect(await misfits([403, `POST ${OF_W}/refresh`, `${W}/refresh`])).toEqual([]);
  expect(await misfits([403, `GET ${OF_W}/tickets`, `${W}/tickets?sort=customer`])).toEqual([]);
});

test('what is told to be unchanged is described, and an answer with something more is not', async () => {
  who = principal('admin');
  const first = await http.get(`${W}/tickets`);
  const again = await http.get(`${W}/tickets`).set('If-None-Match', String(first.headers.etag));
  expect(again.status).toBe(304);
  expect(check('GET', templateOf(`${OF_W}/tickets`), again)).toEqual([]);
  const { status, type, body } = first;
  const odd = { status, type, body: { ...body, more: 1 } };
  expect(check('GET', templateOf(`${OF_W}/tickets`), odd)).not.toEqual([]);
});

test('every route’s good answer is looked at here', () => {
  const routes = Object.entries(ROUTE_RULES).flatMap(([path, rules]) =>
    Object.keys(rules).map((method) => `${method} ${path}`),
  );
  expect(new Set(GOOD.map(([, route]) => route))).toEqual(new Set(routes));
});
