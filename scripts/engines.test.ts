import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findEngines } from './engines.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopdesk-engines-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('FIREFOX_PATH', '');
  vi.stubEnv('WEBKIT_DRIVER_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

test('nothing is found where nothing is', () => {
  expect(findEngines()).toEqual({ firefox: null, webkit: null });
});

test('programs in the path are found, WebKit only with a display', () => {
  const firefox = program('firefox');
  const driver = program('WebKitWebDriver');
  expect(findEngines()).toEqual({ firefox, webkit: null });
  const display = program('Xvfb');
  expect(findEngines()).toEqual({ firefox, webkit: { driver, display } });
});

test('a variable goes before the path, and must name a program', () => {
  program('firefox');
  vi.stubEnv('FIREFOX_PATH', program('firefox-nightly'));
  expect(findEngines().firefox).toBe(join(folder, 'firefox-nightly'));
  vi.stubEnv('FIREFOX_PATH', join(folder, 'missing'));
  expect(() => findEngines()).toThrow('FIREFOX_PATH names');
});
