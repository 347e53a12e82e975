import { once } from 'node:events';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { CSV, download } from '../test/download.ts';
import { listenWith } from '../test/listen-with.ts';
import { open } from '../test/sockets.ts';
import { ticket, tickets } from '../test/tickets.ts';

const HEADER =
  'id,isOverdue,priority,status,ageDays,description,customerName,customerEmail,assigneeName,assigneeEmail,' +
  'segmentCode,segmentName,originSegmentCode,originSegmentName,type,issueDate,createdAt,updatedAt,deletedAt,' +
  'feedbackId,surveyId,responseId';

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

test('chosen tickets alone are exported', async () => {
  const { rows, headers } = await download(tickets(1, 300), '?ids=7,200,999&sort=-id&columns=id');
  expect(rows).toEqual([['id'], ['200'], ['7']]);
  expect(headers['loopdesk-tickets']).toBe('2');
});

test('how many tickets follow is told before the first, and to whoever asks for that alone', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 300)))]);
  const { headers } = await http.get(`${CSV}?page=2&perPage=25`).expect(200);
  expect(headers['loopdesk-tickets']).toBe('300');
  const none = await http.head(`${CSV}?status=RESOLVED`).expect(200);
  expect(none.headers['loopdesk-tickets']).toBe('0');
});

test('every fault of a request for a file is named', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
  const { body } = await http.get(`${CSV}?mask=yes&columns=colour&by=age`).expect(400);
  const keys = problemSchema.parse(body).faults?.map(({ key }) => key);
  expect(keys?.sort()).toEqual(['by', 'columns', 'mask']);
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
  // Hardly any text of pieces alone begins as a formula does.
  const beginning = fc.constantFrom('', '', '=', '+', '-', '@', ' =', '\t+', '\r\n-', '\u00a0@');
  await fc.assert(
    fc.asyncProperty(beginning, fc.array(piece, { maxLength: 12 }), async (first, pieces) => {
      const text = first + pieces.join('');
      const cell = await exported(text);
      expect([text, `'${text}`]).toContain(cell);
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['comma', ',', 'csv', 'text/csv; charset=utf-8'],
  ['semicolon', ';', 'csv', 'text/csv; charset=utf-8'],
  ['tab', '\t', 'tsv', 'text/tab-separated-values; charset=utf-8'],
])('a file may have a %s between its cells', async (separator, sign, extension, type) => {
  const list = [ticket(1, { description: 'a,b;c\td "e"' })];
  const { text, headers } = await download(list, `?columns=id,description&separator=${separator}`);
  expect(text).toBe(`\uFEFF"id"${sign}"description"\r\n1${sign}"a,b;c\td ""e"""\r\n`);
  expect(headers['content-type']).toBe(type);
  expect(headers['content-disposition']).toContain(`Z.${extension}`);
});

test('a raw file has texts as they are, but for what no file may hold', async () => {
  const list = [ticket(1, { description: '=1+1' }), ticket(2, { description: '+49 30\0\uD800' })];
  const { rows } = await download(list, '?sort=id&columns=description&raw=true');
  expect(rows.flat()).toEqual(['description', '=1+1', '+49 30\uFFFD\uFFFD']);
});

const REQUEST = `GET ${CSV} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const LONG = tickets(1, 5000).map((one) => ({ ...one, description: 'x'.repeat(4000) }));

test('a reader who goes away in the middle is no error', async () => {
  const { port, log, close } = await listenWith(snapshotOf(7, LONG));
  const { socket } = open(port, REQUEST);
  await once(socket, 'data');
  socket.destroy();
  await expect.poll(() => log.join('')).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  close();
});

test('a failure in the middle of an export breaks that answer, is logged, and nothing else', async () => {
  const list = tickets(1, 1000);
  const broken = list.map((one, index) =>
    index === 700
      ? Object.defineProperty(one, 'feedbackId', {
          get() {
            throw new RangeError('Jane Doe');
          },
        })
      : one,
  );
  const { port, log, close } = await listenWith(snapshotOf(7, broken));
  const answer = await fetch(`http://127.0.0.1:${port}${CSV}`);
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
  const entries = log.map((line) => JSON.parse(line));
  const failure = entries.find(({ level }) => level === 'error');
  expect(failure).toMatchObject({ msg: 'an unforeseen error', request: answer.headers.get('x-request-id') });
  expect(failure.err.type).toBe('RangeError');
  expect(log.join('')).not.toContain('Jane');
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  close();
});
