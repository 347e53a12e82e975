import { expect, test } from 'vitest';
import {
  problemSchema,
  type ReportAnswer,
  type ReportSchedule,
  reportAnswerSchema,
  routes,
} from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import type { ReportControl } from '../report/create-report.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve } from '../test/app.ts';

const REPORT = routes.report('w');
const SCHEDULE: ReportSchedule = {
  version: 0,
  recipients: ['ann@example.com'],
  weekday: 'monday',
  at: '08:00',
  zone: 'Europe/Berlin',
  enabled: true,
};
const ANSWER: ReportAnswer = {
  ...SCHEDULE,
  available: true,
  nextAt: null,
  lastSentAt: null,
  problem: null,
};

function serveW(control: Partial<ReportControl> = {}, options: Parameters<typeof serve>[1] = {}) {
  const saved: ReportSchedule[] = [];
  const report: ReportControl = {
    read: async () => ANSWER,
    async save(schedule) {
      saved.push(schedule);
      return { ...ANSWER, version: 1 };
    },
    ...control,
  };
  return { saved, ...serve([fakeSource('w')], { reports: new Map([['w', report]]), ...options }) };
}

test('the schedule is read, and changed', async () => {
  const { http, saved } = serveW();
  expect(reportAnswerSchema.parse((await http.get(REPORT).expect(200)).body)).toEqual(ANSWER);
  const { body } = await http
    .put(REPORT)
    .send({ ...SCHEDULE, recipients: ['a@b.example', 'A@B.example', 'a@b.example'] });
  expect(body).toMatchObject({ version: 1 });
  expect(saved).toEqual([{ ...SCHEDULE, recipients: ['a@b.example'] }]);
});

test('without a mail server it says so, and takes none', async () => {
  const { http } = serveW({}, { reports: new Map() });
  expect((await http.get(REPORT).expect(200)).body).toEqual({ available: false });
  const { body } = await http.put(REPORT).send(SCHEDULE).expect(409);
  expect(problemSchema.parse(body).code).toBe('no-mail');
});

test.each<[object, string]>([
  [{ ...SCHEDULE, recipients: ['ann'] }, 'recipients.0'],
  [{ ...SCHEDULE, version: 'x' }, 'version'],
  [{ ...SCHEDULE, recipients: ['ann@example.com\r\nBcc: x@y.example'] }, 'recipients.0'],
  [{ ...SCHEDULE, recipients: Array.from({ length: 51 }, (_, n) => `a${n}@b.example`) }, 'recipients'],
  [{ ...SCHEDULE, weekday: 'someday' }, 'weekday'],
  [{ ...SCHEDULE, at: '24:00' }, 'at'],
  [{ ...SCHEDULE, zone: 'Mars/Base' }, 'zone'],
  [{ ...SCHEDULE, enabled: 'yes' }, 'enabled'],
  [{ ...SCHEDULE, bcc: 'x@y.example' }, 'bcc'],
  [[], ''],
])('%j is refused by name', async (body, key) => {
  const { http, saved } = serveW();
  const answer = problemSchema.parse((await http.put(REPORT).send(body).expect(400)).body);
  expect(answer.code).toBe('invalid-body');
  expect(answer.faults?.map((fault) => fault.key)).toEqual([key]);
  expect(saved).toEqual([]);
});

test('only whole JSON of a bounded length is read', async () => {
  const { http, saved } = serveW();
  const json = JSON.stringify(SCHEDULE);
  const send = (type: string, body: string) => http.put(REPORT).set('Content-Type', type).send(body);
  await send('text/plain', json).expect(415);
  await send('application/x-www-form-urlencoded', 'version=0').expect(415);
  await send('application/json', json.slice(0, -1)).expect(400);
  await send('application/json', `${json}${' '.repeat(17_000)}`).expect(413);
  await http.put(REPORT).expect(415);
  await http
    .put(`${REPORT}/x`)
    .set('Content-Type', 'application/json')
    .send(`"${'x'.repeat(2_000)}"`)
    .expect(413);
  await http
    .post(REPORT)
    .set('Content-Type', 'application/json')
    .send(`"${'x'.repeat(2_000)}"`)
    .expect(413);
  expect(saved).toEqual([]);
  await send('application/json; charset=utf-8', `${json}${' '.repeat(10_000)}`).expect(200);
});

test('another site’s page changes nothing', async () => {
  const { http, saved } = serveW();
  for (const [name, value] of [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Origin', 'https://evil.example'],
  ] as const) {
    await http.put(REPORT).set(name, value).send(SCHEDULE).expect(403);
  }
  expect(saved).toEqual([]);
});

test('who changes an old version, another workspace, or is no admin, is told', async () => {
  const conflict = await serveW({ save: async () => null })
    .http.put(REPORT)
    .send(SCHEDULE)
    .expect(409);
  expect(problemSchema.parse(conflict.body).code).toBe('conflict');
  await serveW().http.put(routes.report('other')).send(SCHEDULE).expect(404);
  const access = accessOf(() => principal('member'));
  for (const send of [
    (http: ReturnType<typeof serveW>['http']) => http.get(REPORT),
    (http: ReturnType<typeof serveW>['http']) => http.put(REPORT).send(SCHEDULE),
  ]) {
    const { body } = await send(serveW({}, { access }).http).expect(403);
    expect(problemSchema.parse(body).code).toBe('not-allowed');
  }
});

test('a store that fails is told in its words', async () => {
  const read = async () => {
    throw new StoreError('away', 'The database cannot be reached.');
  };
  const { body } = await serveW({ read }).http.get(REPORT).expect(503);
  expect(problemSchema.parse(body)).toMatchObject({
    code: 'store-failing',
    detail: 'The database cannot be reached.',
  });
});
