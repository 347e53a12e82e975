import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { type SignIn, SignInError } from '../access/sign-in.ts';
import { type FakeSource, fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import { createMetrics } from './metrics.ts';

/** The figures after these requests, as Prometheus reads them: by name and labels. */
async function figuresOf(sources: readonly FakeSource[], paths: readonly string[] = []) {
  const metrics = createMetrics();
  const { http } = serve(sources, { metrics });
  for (const path of paths) await http.get(path);
  const read = async () => {
    const { text } = await http
      .get('/metrics')
      .expect(200)
      .expect('Content-Type', /^text\/plain/);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(lines.map((line) => line.split(/ (?=\S+$)/) as [string, string]));
  };
  return { metrics, read, figures: await read() };
}

function sourceOf(id: string, parts: Partial<FakeSource['reading']> = {}): FakeSource {
  const source = fakeSource(id, snapshotOf(7, tickets(1, 3), { takenAt: NOW - 90_000 }));
  source.reading = { ...source.reading, ...parts };
  return source;
}

test('requests are timed by route and status, whatever was asked for', async () => {
  const { figures } = await figuresOf(
    [sourceOf('w')],
    [
      '/api/workspaces/w/tickets?q=jane%40example.com',
      '/api/workspaces/w/tickets/1',
      '/api/workspaces/w/tickets/2',
      '/api/workspaces/w/tickets?page=0',
      '/api/workspaces/w/summary?by=assignee&q=jane',
      '/nowhere/jane',
    ],
  );
  const count = (route: string, status: number) =>
    figures.get(`loopdesk_http_request_seconds_count{method="GET",route="${route}",status="${status}"}`);
  expect(count('/api/workspaces/:workspace/tickets', 200)).toBe('1');
  expect(count('/api/workspaces/:workspace/tickets/:ticket', 200)).toBe('2');
  expect(count('/api/workspaces/:workspace/tickets', 400)).toBe('1');
  expect(count('/api/workspaces/:workspace/summary', 200)).toBe('1');
  expect(count('/{*path}', 404)).toBe('1');
  expect([...figures.keys()].join('\n')).not.toMatch(/jane|example\.com|Customer|Manager/);
});

test('a snapshot is told by age, size and wholeness; one that is not there has no age', async () => {
  const { figures } = await figuresOf([sourceOf('w'), fakeSource('v')]);
  expect(figures.get('loopdesk_snapshot_age_seconds{workspace="w"}')).toBe('90');
  expect(figures.get('loopdesk_snapshot_tickets{workspace="w"}')).toBe('3');
  expect(figures.get('loopdesk_snapshot_whole{workspace="w"}')).toBe('1');
  expect(figures.has('loopdesk_snapshot_age_seconds{workspace="v"}')).toBe(false);
  expect(figures.get('loopdesk_snapshot_tickets{workspace="v"}')).toBe('0');
  expect(figures.get('loopdesk_snapshot_whole{workspace="v"}')).toBe('0');
});

test('the interval in force, its bound and its price are told, and whether a refresh is planned', async () => {
  const nextRefreshAt = new Date(NOW + 1_000).toISOString();
  const refresh = { price: 12, everySeconds: 600, reason: 'budget', seenWithinSeconds: 900 } as const;
  const { figures } = await figuresOf([sourceOf('w', { nextRefreshAt, refresh }), sourceOf('v')]);
  expect(figures.get('loopdesk_refresh_interval_seconds{workspace="w"}')).toBe('600');
  expect(figures.get('loopdesk_change_seen_within_seconds{workspace="w"}')).toBe('900');
  expect(figures.get('loopdesk_refresh_price_calls{workspace="w"}')).toBe('12');
  expect(figures.get('loopdesk_refresh_planned{workspace="w"}')).toBe('1');
  expect(figures.get('loopdesk_refresh_planned{workspace="v"}')).toBe('0');
});

test('the calls of the day are told once for all workspaces, with what is left of them', async () => {
  const calls = { lastMinute: 3, today: 1_990, perDay: 2_000 };
  const first = sourceOf('w', { calls });
  const { figures, read } = await figuresOf([first, sourceOf('v', { calls })]);
  expect(figures.get('loopdesk_upstream_calls_today')).toBe('1990');
  expect(figures.get('loopdesk_upstream_calls_per_day')).toBe('2000');
  expect(figures.get('loopdesk_upstream_calls_left_today')).toBe('10');
  expect(figures.get('loopdesk_upstream_calls_last_minute')).toBe('3');
  first.reading = { ...first.reading, calls: { ...calls, today: 2_001 } };
  expect((await read()).get('loopdesk_upstream_calls_left_today')).toBe('0');
});

test('what keeps a workspace from being read is told by kind, and is zero again when it is over', async () => {
  const problem = { kind: 'unauthorized', message: 'No.', since: '', retryAt: null } as const;
  const source = sourceOf('w', { problem });
  const { figures, read } = await figuresOf([source]);
  expect(figures.get('loopdesk_upstream_problem{workspace="w",kind="unauthorized"}')).toBe('1');
  expect(figures.get('loopdesk_upstream_problem{workspace="w",kind="timeout"}')).toBe('0');
  source.reading = { ...source.reading, problem: null };
  expect((await read()).get('loopdesk_upstream_problem{workspace="w",kind="unauthorized"}')).toBe('0');
});

test('calls are counted by outcome from zero on, reads by how they ended', async () => {
  const { metrics, figures, read } = await figuresOf([sourceOf('w')]);
  expect(figures.get('loopdesk_upstream_call_seconds_count{outcome="rate-limited"}')).toBe('0');
  metrics.upstreamCall('rate-limited', 120);
  metrics.read('w', 'whole', 4_000);
  const after = await read();
  expect(after.get('loopdesk_upstream_call_seconds_count{outcome="rate-limited"}')).toBe('1');
  expect(after.get('loopdesk_upstream_call_seconds_count{outcome="ok"}')).toBe('0');
  expect(after.get('loopdesk_read_seconds_sum{workspace="w",outcome="whole"}')).toBe('4');
});

test('sign-ins are counted by outcome from zero on, and fail as before', async () => {
  const { metrics, read } = await figuresOf([sourceOf('w')]);
  const person = { id: 'oidc:anna', name: 'Anna', email: null, userName: null, groups: [] };
  const begin = vi.fn().mockResolvedValue({ location: '/', attempt: 'a' });
  const finish = vi.fn().mockResolvedValue({ location: '/', session: 's', person });
  const signIn = metrics.countSignIns({
    attemptSeconds: 1,
    sessionSeconds: 1,
    begin,
    finish,
    signOut: vi.fn(),
    acceptLogout: vi.fn(),
  });
  const callback = { search: '', attempt: null, session: null };
  const outcomes = async () => {
    const figures = await read();
    const of = (outcome: string) => figures.get(`loopdesk_sign_ins_total{outcome="${outcome}"}`);
    return { ok: of('ok'), stale: of('stale'), away: of('provider-away') };
  };
  expect(await outcomes()).toEqual({ ok: '0', stale: '0', away: '0' });
  await signIn.begin('/');
  await signIn.finish(callback);
  finish.mockRejectedValueOnce(new SignInError('stale', '/'));
  await expect(signIn.finish(callback)).rejects.toThrow(SignInError);
  begin.mockRejectedValueOnce(new SignInError('provider-away', '/'));
  await expect(signIn.begin('/')).rejects.toThrow(SignInError);
  expect(await outcomes()).toEqual({ ok: '1', stale: '1', away: '1' });
});

test('sessions, their store, the access file and a proxy’s keys are told as they are when asked for', async () => {
  const { metrics, read } = await figuresOf([sourceOf('w')]);
  let isFailing = false;
  metrics.observeAccess({
    isFileBroken: () => isFailing,
    areKeysFailing: () => isFailing,
    sessions: () => ({ known: 3, isFailing }),
  });
  const told = async () => {
    const figures = await read();
    const names = ['sessions', 'sessions_failing', 'access_file_failing', 'access_keys_failing'];
    return names.map((name) => figures.get(`loopdesk_${name}`));
  };
  expect(await told()).toEqual(['3', '0', '0', '0']);
  isFailing = true;
  expect(await told()).toEqual(['3', '1', '1', '1']);
});

test('the process tells its event loop’s lag, its memory and its start', async () => {
  const { figures } = await figuresOf([sourceOf('w')]);
  for (const name of [
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
    'process_start_time_seconds',
  ]) {
    expect(Number(figures.get(name))).toBeGreaterThan(0);
  }
});

test('every figure that an alarm of the operations page asks for is there', async () => {
  const { metrics, read } = await figuresOf([sourceOf('w')], ['/api/workspaces']);
  metrics.read('w', 'whole', 1);
  metrics.observeReports(['w']);
  metrics.observeSharing({
    figures: () => [{ workspace: 'w', isReading: true, term: 1 }],
    answerAge: () => 0,
  });
  metrics.observeAccess({
    isFileBroken: () => false,
    areKeysFailing: () => false,
    sessions: () => ({ known: 0, isFailing: false }),
  });
  metrics.countSignIns({} as SignIn);
  const figures = await read();
  const names = new Set([...figures.keys()].map((key) => key.replace(/\{.*/, '')));
  const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const asked = page.match(/\b(?:loopdesk|process|nodejs)_\w+/g) ?? [];
  expect(asked.length).toBeGreaterThan(10);
  // In the text a histogram may stand without the ending of its parts.
  const missing = asked.filter((name) => !names.has(name) && !names.has(`${name}_count`));
  expect(missing).toEqual([]);
});
