import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessOf, principal } from '../../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../../test/app.ts';
import { listen } from '../../test/sockets.ts';
import { tickets } from '../../test/tickets.ts';
import { createHttpServer } from '../server.ts';

const TOKEN = 'loopdesk_of-a-script';
const NODE_MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** A program that somebody could write with the types. */
const PROGRAM = `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';

export async function read(baseUrl: string, token: string) {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: \`Bearer \${token}\` } });
  const path = { workspace: 'w' };
  const query = { status: ['NEW', '-OPEN'], overdue: false, perPage: 2, sort: '-id' };
  const list = await client.GET('/api/workspaces/{workspace}/tickets', { params: { path, query } });
  const ids: number[] = list.data?.tickets.map(({ id }) => id) ?? [];
  const total: number | undefined = list.data?.page.total;
  const summary = await client.GET('/api/workspaces/{workspace}/summary', {
    params: { path, query: { by: 'status' } },
  });
  const counted: number | undefined = summary.data?.total.count;
  const made = await client.POST('/api/tokens', {
    body: { name: 'A', role: 'viewer', expiresAt: '2026-02-11T12:00:00Z' },
  });
  const refused: string | undefined = made.error?.code;
  const gone = await client.GET('/api/workspaces/{workspace}/tickets', { params: { path, query: { at: 5 } } });
  if (gone.error?.code === 'snapshot-gone') return { ids, total, counted, refused, gone: gone.error.detail };
  return { ids, total, counted, refused, gone: null };
}
`;

/** Mistakes that the types are there to find, one a line. */
const MISTAKES = `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';

const client = createClient<paths>();
const path = { workspace: 'w' };
void client.GET('/api/workspaces/{workspace}/ticket', { params: { path } });
void client.GET('/api/workspaces/{workspace}/tickets', { params: { path, query: { statsu: ['NEW'] } } });
void client.GET('/api/workspaces/{workspace}/tickets', { params: { path, query: { deleted: 'yes' } } });
void client.GET('/api/workspaces/{workspace}/summary', { params: { path } });
void client.POST('/api/workspaces/{workspace}/tickets', { params: { path } });
`;

let folder = '';
beforeAll(async () => {
  const { http } = serve([], { access: accessOf(() => principal('viewer')) });
  const { text } = await http.get('/api/openapi.json').expect(200);
  folder = mkdtempSync(join(tmpdir(), 'loopdesk-client-'));
  symlinkSync(NODE_MODULES, join(folder, 'node_modules'));
  const files = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        exactOptionalPropertyTypes: true,
      },
    }),
    'api.ts': astToString(await openapiTS(text)),
    'program.ts': PROGRAM,
    'mistakes.ts': MISTAKES,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('types that are generated from it compile, and find mistakes', () => {
  const tsc = join(NODE_MODULES, '@typescript', 'native', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const found = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error/gm)].map(
    ([, file, line]) => `${file} ${line}`,
  );
  expect(found, stdout).toEqual([7, 8, 9, 10, 11].map((line) => `mistakes.ts ${line}`));
});

test('a program with them reads tickets and problems from the running app', async () => {
  const { app } = serve([fakeSource('w', snapshotOf(7, tickets(1, 5)))], {
    access: {
      ...accessOf(() => null),
      authenticate: ({ headers }) =>
        headers.authorization === `Bearer ${TOKEN}` ? principal('member') : null,
    },
  });
  const server = createHttpServer(app);
  const port = await listen(server);
  try {
    const { read } = await import(join(folder, 'program.ts'));
    await expect(read(`http://127.0.0.1:${port}`, 'another')).resolves.toMatchObject({ ids: [], gone: null });
    await expect(read(`http://127.0.0.1:${port}`, TOKEN)).resolves.toEqual({
      ids: [5, 4],
      total: 5,
      counted: 5,
      refused: 'unknown-route',
      gone: 'Snapshot 5 is kept no longer. Read from the newest instead.',
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
