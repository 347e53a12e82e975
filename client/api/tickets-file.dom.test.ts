import { strToU8, zipSync } from 'fflate';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { problem } from '../test/fake-server.ts';
import { ApiProblem, ConnectionLost } from './request.ts';
import { downloadTickets, type FileForm, FileIncomplete } from './tickets-file.ts';

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
beforeEach(() => network.resetHandlers());

const CSV = '\uFEFF"id","description"\r\n1,"one\r\n""two"""\r\n2,"three"\r\n';

interface AnswerOptions {
  readonly total?: string;
  readonly size?: number;
  readonly breakAt?: number;
}

/** The server answers in chunks of so many bytes, and may break off after some of them. */
function answers(file: string | Uint8Array, options: AnswerOptions = {}, path = 'tickets.csv') {
  const { total = '2', size = 7, breakAt = Number.POSITIVE_INFINITY } = options;
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  network.use(
    http.get(`*/api/workspaces/1/${path}`, () => {
      const body = new ReadableStream({
        start(controller) {
          for (let at = 0; at < Math.min(bytes.length, breakAt); at += size)
            controller.enqueue(bytes.slice(at, at + size));
          if (breakAt < bytes.length) controller.error(new Error('gone'));
          else controller.close();
        },
      });
      const headers = {
        'loopdesk-tickets': total,
        'content-type': 'text/made-up',
        'content-disposition': 'attachment; filename="tickets-1.csv"',
      };
      return new HttpResponse(body, { headers });
    }),
  );
}

const USUAL: FileForm = { separator: 'comma', raw: false };

function download(
  progress: (rows: number, total: number | null) => void = () => {},
  signal?: AbortSignal,
  form: FileForm = USUAL,
) {
  return downloadTickets(
    '1',
    { query: DEFAULT_QUERY, mask: true, form },
    { signal: signal ?? new AbortController().signal, onProgress: progress },
  );
}

/** A workbook of a sheet with so many rows below its head, as the server writes one. */
function workbook(rows: number): Uint8Array {
  const row = (index: number) =>
    `<row r="${index + 1}"><c t="inlineStr"><is><t>${index}&lt;row&gt;</t></is></c></row>`;
  const sheet = `<sheetData>${Array.from({ length: rows + 1 }, (_, index) => row(index)).join('')}</sheetData></sheet>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/worksheets/sheet2.xml': strToU8('<sheetData><row/><row/></sheetData>'),
  });
}

test('a whole file is handed on as it came, with its name and how many tickets it has', async () => {
  answers(CSV);
  const seen: (readonly [number, number | null])[] = [];
  const file = await download((...step) => seen.push(step));
  expect(file).toMatchObject({ name: 'tickets-1.csv', type: 'text/made-up', rows: 2 });
  expect(await textOf(new Blob([...file.bytes]))).toBe(CSV);
  expect(seen.at(0)).toEqual([0, 2]);
  expect(seen.at(-1)).toEqual([2, 2]);
});

test('a file that ends too early is none, though it ended in order', async () => {
  answers(CSV, { total: '3' });
  await expect(download()).rejects.toEqual(new FileIncomplete(2, 3));
});

test('a file that breaks off is none', async () => {
  answers(CSV, { breakAt: 20 });
  await expect(download()).rejects.toBeInstanceOf(ConnectionLost);
});

test('why the server gives no file is handed on', async () => {
  network.use(http.get('*/api/workspaces/1/tickets.csv', () => problem('too-many-requests')));
  const error = await download().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ problem: { code: 'too-many-requests' } });
});

test('who loses interest is told nothing of the connection', async () => {
  answers(CSV);
  const controller = new AbortController();
  const stopped = download(() => controller.abort(), controller.signal);
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});

test('the form of a CSV file is asked for', async () => {
  const asked: string[] = [];
  network.events.on('request:start', ({ request }) => void asked.push(new URL(request.url).search));
  answers(CSV);
  await download(undefined, undefined, { separator: 'semicolon', raw: true });
  expect(asked).toEqual(['?mask=true&separator=semicolon&raw=true']);
});

test.each([1, 40, 1_000_000])(
  'the rows of a workbook are counted as it comes in, %i bytes a time',
  async (size) => {
    const file = workbook(500);
    answers(file, { total: '500', size }, 'tickets.xlsx');
    const seen: (readonly [number, number | null])[] = [];
    const { rows, bytes } = await download((...step) => seen.push(step), undefined, null);
    expect(rows).toBe(500);
    expect(bytes.reduce((sum, { length }) => sum + length, 0)).toBe(file.length);
    expect(seen.at(-1)).toEqual([500, 500]);
    const counts = seen.map(([count]) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  },
);

test('a workbook that ends too early is none, wherever it ends', async () => {
  const file = workbook(500);
  for (const end of [1, 30, 200, file.length / 2, file.length - 22, file.length - 1]) {
    answers(file.slice(0, Math.floor(end)), { total: '500' }, 'tickets.xlsx');
    await expect(download(undefined, undefined, null)).rejects.toBeInstanceOf(FileIncomplete);
  }
});

/** With its byte order mark. */
async function textOf(content: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer());
}
