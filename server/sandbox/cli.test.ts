import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { programOf } from '../test/programs.ts';

function run(...args: string[]) {
  const child = spawn(process.execPath, [programOf('sandbox'), ...args]);
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    written.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    written.err += chunk;
  });
  return { child, written };
}

test('the command says where it listens and how to run Loopdesk on it, and a SIGTERM ends it cleanly', async () => {
  const { child, written } = run('--tickets', '5');
  while (!written.out.includes('Ctrl-C')) await once(child.stdout, 'data');
  const [, baseUrl = ''] = /QUESTIONPRO_BASE_URL='([^']+)'/.exec(written.out) ?? [];
  const [, key = ''] = /QUESTIONPRO_API_KEY='([^']+)'/.exec(written.out) ?? [];
  expect(written.out).toContain("QUESTIONPRO_WORKSPACES='4201=Fernhollow Home – Europe,4202=");
  const response = await fetch(`${baseUrl}/cx/closedloop/workspaces/4201/tickets`, {
    headers: { 'api-key': key },
  });
  expect(await response.json()).toMatchObject({ pagerOptions: { totalCount: 5 } });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(written.err).toBe('');
}, 30_000);

test('bad flags and a missing file end the command with their names and 1', async () => {
  const bad = run('--tickets', 'x', '--colour');
  expect(await once(bad.child, 'close')).toEqual([1, null]);
  expect(bad.written).toEqual({
    out: '',
    err: expect.stringMatching(/--tickets needs[\s\S]*--colour is not/),
  });
  const missing = run('--file', '/nowhere/at/all.ndjson');
  expect(await once(missing.child, 'close')).toEqual([1, null]);
  expect(missing.written.err).toContain('could not start');
}, 30_000);
