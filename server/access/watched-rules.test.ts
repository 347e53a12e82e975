import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRules, type WatchedRules } from './watched-rules.ts';

let directory = '';
let path = '';
let opened: WatchedRules | null = null;
const logger = { info: vi.fn(), warn: vi.fn() };
const onChange = vi.fn();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loopdesk-access-'));
  path = join(directory, 'access.json');
  vi.resetAllMocks();
});
afterEach(async () => {
  opened?.close();
  opened = null;
  await rm(directory, { recursive: true });
});

const fileFor = (name: string) =>
  JSON.stringify({ grants: [{ who: `user:${name}`, workspaces: '*', role: 'viewer' }] });

async function open(text: string): Promise<WatchedRules> {
  await writeFile(path, text);
  const result = await openRules({ path, workspaces: ['1'], logger, onChange });
  if (!result.ok) throw new Error(result.errors.join());
  opened = result.rules;
  return result.rules;
}

const nameIn = (rules: WatchedRules) => {
  const who = rules.current().grants[0]?.who;
  return who?.kind === 'user' ? who.name : null;
};

test('a change holds after the next look, and is told', async () => {
  const rules = await open(fileFor('anna'));
  const first = rules.current();
  expect(nameIn(rules)).toBe('anna');
  await writeFile(path, fileFor('bo'));
  await vi.waitFor(() => expect(nameIn(rules)).toBe('bo'), { timeout: 10_000 });
  expect(onChange).toHaveBeenCalledExactlyOnceWith(rules.current(), first);
  expect(logger.warn).not.toHaveBeenCalled();
});

test('a broken file changes nothing, is warned of once, and holds again when it is mended', async () => {
  const rules = await open(fileFor('anna'));
  await writeFile(path, '{');
  await vi.waitFor(() => expect(logger.warn).toHaveBeenCalled(), { timeout: 10_000 });
  await rm(path);
  await vi.waitFor(() => expect(logger.warn).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  expect(nameIn(rules)).toBe('anna');
  expect(rules.isBroken()).toBe(true);
  await writeFile(path, fileFor('cy'));
  await vi.waitFor(() => expect(nameIn(rules)).toBe('cy'), { timeout: 10_000 });
  expect(rules.isBroken()).toBe(false);
  expect(onChange).toHaveBeenCalledOnce();
});

test('a start with a broken file, or none, names what is wrong', async () => {
  expect(await openRules({ path, workspaces: [], logger })).toEqual({
    ok: false,
    errors: [`${path} cannot be read (ENOENT)`],
  });
  await writeFile(path, '{}');
  expect(await openRules({ path, workspaces: [], logger })).toEqual({
    ok: false,
    errors: ['grants must be a list'],
  });
});
