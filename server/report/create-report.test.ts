import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../contract/index.ts';
import { createMemoryReportStore } from '../store/memory-report-store.ts';
import { NOW, snapshotOf } from '../test/app.ts';
import { historyOf } from '../test/history.ts';
import { ticket } from '../test/tickets.ts';
import { createReport } from './create-report.ts';
import type { Mail } from './send-mail.ts';

const EVIL = '<img src=x onerror="alert(1)">\u202e';
const people = { name: EVIL, email: 'evil@example.com' };
const TICKETS = [
  ticket(1, {
    isOverdue: true,
    assignedUser: people,
    customerName: 'Zoë Customer',
    description: 'My own words',
  }),
  ticket(2, { isOverdue: true, priority: 'CRITICAL' }),
  ticket(3, { status: 'RESOLVED' }),
];

let mails: (Mail & { readonly to: readonly string[] })[];

beforeEach(() => {
  mails = [];
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Sends one now, which is a Tuesday's noon. */
async function sent(): Promise<Mail> {
  const before = snapshotOf(6, TICKETS.slice(0, 1), { takenAt: NOW - 3 * DAY_MS });
  const newest = snapshotOf(7, TICKETS);
  const history = historyOf(before, newest);
  const { control, start, stop } = createReport({
    served: {
      workspace: { id: 'w 1', name: 'North & “South”' },
      snapshots: { newest: () => newest },
      recording: { history: () => history },
    },
    baseUrl: 'https://api.example.com',
    publicUrl: 'https://desk.example.com',
    store: createMemoryReportStore(),
    send: async (mail, to) => {
      mails.push({ ...mail, to });
      return { kind: 'sent', refused: 0 };
    },
    logger: pino({ level: 'silent' }),
    onEnd: () => {},
  });
  start();
  const times = { weekday: 'tuesday', at: '12:01', zone: 'UTC' } as const;
  expect(
    await control.save({ version: 0, enabled: true, recipients: ['ann@example.com'], ...times }),
  ).toMatchObject({
    version: 1,
    nextAt: '2026-02-10T12:01:00.000Z',
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await control.read()).toMatchObject({ lastSentAt: '2026-02-10T12:01:00.000Z', problem: null });
  await stop();
  return mails[0] as Mail;
}

test('the mail says how the tickets are doing, with links to the lists', async () => {
  const { subject, text, html } = await sent();
  expect(subject).toMatch(/^North & “South”: 2 overdue, 1 more than on Sat 7 Feb/);
  expect(html).toContain(
    '<a href="https://desk.example.com/w/w%201/tickets?overdue=true&#38;status=-RESOLVED"',
  );
  expect(html).toContain('>Since Sat 7 Feb</th>');
  expect(text).toContain('1 overdue [3] (0 since Sat 7 Feb), 1 open [4]\n');
  expect(html).toContain('>2 Feb 2026, recorded in part</td>');
  expect(text).toContain('- 2 Feb 2026, recorded in part: came in ');
  expect(text).toContain('With charts: https://desk.example.com/w/w%201/monday\n');
  expect(text).toContain('As of 10 Feb 2026, 12:00 UTC, all 3 tickets read, recorded since 7 Feb 2026.');
});

test('every link of the mail is one of its plain text, by number', async () => {
  const { text, html } = await sent();
  const linked = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) =>
    address?.replaceAll('&#38;', '&'),
  );
  const [words = '', list = ''] = text.split('\nLINKS\n');
  const listed = [...list.matchAll(/^\[(\d+)\] (\S+)$/gm)];
  const marks = [...words.matchAll(/ \[(\d+)\]/g)].map(([, number]) => number);
  expect(marks).toEqual(listed.map(([, number]) => number));
  expect([...listed.map(([, , address]) => address), 'https://desk.example.com/w/w%201/monday']).toEqual(
    linked,
  );
  expect(words).toContain('- 1 critical ticket is overdue [');
});

test('names are shown as text, and nothing is fetched from elsewhere', async () => {
  const { text, html } = await sent();
  expect(html).toContain('<bdi>&#60;img src=x onerror=&#34;alert(1)&#34;&#62;');
  expect(html).not.toMatch(/<(?:img|script|link|iframe|style)|url\(|src="/);
  expect(text).not.toContain('\u202e');
});

test('no customer, and nothing that one wrote, is in it', async () => {
  const mail = await sent();
  for (const part of [mail.subject, mail.text, mail.html]) {
    expect(part).not.toMatch(/Zoë|My own words|customer@example\.com/);
  }
});
