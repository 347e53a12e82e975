import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { problem } from '../test/fake-server.ts';
import { ApiProblem, ConnectionLost } from './request.ts';
import { downloadTicketsCsv, FileIncomplete } from './tickets-file.ts';

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
beforeEach(() => network.resetHandlers());

const CSV = '\uFEFF"id","description"\r\n1,"one\r\n""two"""\r\n2,"three"\r\n';

/** The server answers in chunks of so many bytes, and may break off after some of them. */
function answers(text: string, { total = '2', size = 7, breakAt = Number.POSITIVE_INFINITY } = {}) {
  const bytes = new TextEncoder().encode(text);
  network.use(
    http.get('*/api/workspaces/1/tickets.csv', () => {
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
        'content-disposition': 'attachment; filename="tickets-1.csv"',
      };
      return new HttpResponse(body, { headers });
    }),
  );
}

function download(progress: (rows: number, total: number | null) => void = () => {}, signal?: AbortSignal) {
  return downloadTicketsCsv(
    '1',
    DEFAULT_QUERY,
    { mask: true },
    { signal: signal ?? new AbortController().signal, onProgress: progress },
  );
}

test('a whole file is handed on as it came, with its name and how many tickets it has', async () => {
  answers(CSV);
  const seen: (readonly [number, number | null])[] = [];
  const file = await download((...step) => seen.push(step));
  expect(file).toMatchObject({ name: 'tickets-1.csv', rows: 2 });
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

/** With its byte order mark. */
async function textOf(content: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer());
}
