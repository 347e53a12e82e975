import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { createLogger } from '../logger.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { createMetrics } from './metrics.ts';

const CSV = '/api/workspaces/w/tickets.csv';
const HEADER =
  'id,priority,status,type,isOverdue,description,customerName,customerEmail,assigneeName,assigneeEmail,' +
  'segmentCode,segmentName,originSegmentCode,originSegmentName,issueDate,createdAt,updatedAt,deletedAt,' +
  'feedbackId,surveyId,responseId,ageDays';

/** Reads CSV as RFC 4180 has it: what is quoted may hold anything, and a quote in it is doubled. */
function parseCsv(text: string): string[][] {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of cells) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

async function download(list: Parameters<typeof snapshotOf>[1], query = '') {
  const { http } = serve([fakeSource('w', snapshotOf(7, list))]);
  const answer = await http.get(`${CSV}${query}`).expect(200);
  const { text, headers } = answer;
  return { text, headers, rows: parseCsv(text.slice(1)) };
}

async function exported(description: string): Promise<string | undefined> {
  const { rows } = await download([ticket(1, { description })]);
  return rows[1]?.[5];
}

test('all that matches is exported, whatever the page asked for', async () => {
  const { rows, headers } = await download(tickets(1, 300), '?perPage=25&page=3&sort=-id');
  expect(rows).toHaveLength(301);
  expect(rows[0]?.join()).toBe(HEADER);
  expect(rows[1]?.[0]).toBe('300');
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'no-store',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="?tickets-w-2026-02-10T120000Z\.csv"?$/,
    ),
  });
});

test('a file begins with a byte order mark and ends its lines as RFC 4180 says', async () => {
  const { text } = await download(tickets(1, 2));
  expect(text.startsWith('\uFEFF"id",')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('a row has every field, and nothing where nothing is known', async () => {
  const { rows } = await download(
    [
      ticket(1, { isOverdue: true, issueDate: new Date(NOW - 2.5 * 86_400_000).toISOString() }),
      ticket(2, {
        assignedUser: null,
        currentSegment: null,
        originSegment: null,
        issueDate: null,
        priority: null,
      }),
    ],
    '?sort=id',
  );
  const [, full, bare] = rows;
  expect(full).toEqual([
    '1',
    'HIGH',
    'NEW',
    'MANUAL TICKET',
    'true',
    'Ticket 1',
    'Customer',
    'customer@example.com',
    'Manager 1',
    'manager@example.com',
    'CS',
    'Current Segment',
    'S1',
    'Main Segment',
    '2026-02-08T00:00:00.000Z',
    '2026-02-04T08:59:51.863Z',
    '2026-02-04T08:59:52.000Z',
    '',
    '25739',
    '',
    '',
    '2',
  ]);
  expect([1, 8, 9, 10, 11, 12, 13, 14, 21].map((column) => bare?.[column])).toEqual(Array(9).fill(''));
});

test('when nothing matches, there is the header alone', async () => {
  const { rows } = await download(tickets(1, 2), '?status=RESOLVED');
  expect(rows.map((row) => row.join())).toEqual([HEADER]);
});

test('an export out of a part of the tickets says so in its name', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 2), { whole: false, total: 9 }))]);
  const { headers } = await http.get(CSV).expect(200);
  expect(headers['content-disposition']).toContain('-incomplete.csv');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' -x',
])('no spreadsheet runs %j', async (formula) => {
  expect(await exported(formula)).toBe(`'${formula}`);
});

test('a formula is disarmed in every column that holds text', async () => {
  const text = '=cmd()';
  const { rows } = await download([
    ticket(1, {
      priority: text,
      status: text,
      type: text,
      description: text,
      customerName: text,
      customerEmail: text,
      assignedUser: { name: text, email: text },
      currentSegment: { id: 1, code: text, name: text },
      originSegment: { id: 1, code: text, name: text },
    }),
  ]);
  expect(rows[1]?.filter((cell) => cell === `'${text}`)).toHaveLength(12);
  expect(rows[1]?.filter((cell) => cell.startsWith('='))).toEqual([]);
});

test('whatever a text is, it comes out as it went in, and never as a formula', async () => {
  const piece = fc.constantFrom(
    '"',
    ',',
    ';',
    '\r\n',
    '\n',
    '=',
    "'",
    '🙂',
    '\u202E',
    '<b>',
    ' ',
    'é',
    '\t',
    'a',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const text = pieces.join('');
      const cell = await exported(text);
      expect([text, `'${text}`]).toContain(cell);
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
    { numRuns: 40 },
  );
});

test('a reader who goes away in the middle is no error', async () => {
  const long = tickets(1, 5000).map((one) => ({ ...one, description: 'x'.repeat(2000) }));
  const log: string[] = [];
  const app = buildApp({
    mode: 'live',
    ticketUrlTemplate: null,
    sources: [fakeSource('w', snapshotOf(7, long))],
    host: '127.0.0.1',
    clientDir: null,
    logger: createLogger({ level: 'info', secrets: [], destination: { write: (line) => log.push(line) } }),
    metrics: createMetrics(),
    now: () => NOW,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve) => {
    get({ port, host: '127.0.0.1', path: CSV }, resolve).on('error', () => {});
  });
  response.on('error', () => {});
  await new Promise((resolve) => response.once('data', resolve));
  response.destroy();
  await expect.poll(() => log.join('')).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  await new Promise((resolve) => server.close(resolve));
});
