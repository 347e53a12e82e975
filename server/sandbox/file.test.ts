import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readTicketFile } from './file.ts';
import { startSandbox } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function listed(baseUrl: string, apiKey: string) {
  const url = `${baseUrl}/cx/closedloop/workspaces/4201/tickets`;
  const response = await fetch(url, { headers: { 'api-key': apiKey } });
  return (await response.json()) as { data: unknown[]; pagerOptions: { totalCount: number } };
}

const LINES = '{"id":1,"issueDate":"2025-01-01"}\r\n\n{"id":"odd"}\n{"id":3,"issueDate":"2026-01-01"}';
const RECORDS = [{ id: 1, issueDate: '2025-01-01' }, { id: 'odd' }, { id: 3, issueDate: '2026-01-01' }];

test('a file has one ticket a line, plain or packed', async () => {
  expect(await readTicketFile(write('plain.ndjson', LINES))).toEqual(RECORDS);
  expect(await readTicketFile(write('packed.ndjson.gz', gzipSync(LINES)))).toEqual(RECORDS);
});

test.each(['{"id":1}\nnot json', '{"id":1}\n[1]', '{"id":1}\nnull'])(
  'a line that is no object is named by its number, without its content',
  async (content) => {
    await expect(readTicketFile(write('bad.ndjson', content))).rejects.toThrow(
      /^Line 2 of .* is not a JSON object$/,
    );
  },
);

test.each(['missing.ndjson', 'missing.ndjson.gz'])(
  'a file that is not there (%s) is an error',
  async (name) => {
    await expect(readTicketFile(join(folder, name))).rejects.toThrow('ENOENT');
  },
);

test('a file that is not packed although its name says so is an error', async () => {
  await expect(readTicketFile(write('fake.gz', LINES))).rejects.toThrow('incorrect header check');
});

test('the tickets of a file are served as they are, the newest first and the undated last', async () => {
  const sandbox = await startSandbox({ file: write('claims.ndjson', LINES) });
  expect(sandbox.workspaces).toEqual([{ id: '4201', name: 'claims' }]);
  const answer = await listed(sandbox.baseUrl, sandbox.apiKey);
  expect(answer.data).toEqual([RECORDS[2], RECORDS[0], RECORDS[1]]);
  await sandbox.close();
});

test('of a file, at most as many tickets are served as asked', async () => {
  const sandbox = await startSandbox({ file: write('many.ndjson', LINES), tickets: 2 });
  const answer = await listed(sandbox.baseUrl, sandbox.apiKey);
  expect(answer.pagerOptions.totalCount).toBe(2);
  await sandbox.close();
});
