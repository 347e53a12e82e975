import { afterEach, expect, test, vi } from 'vitest';
import { keyCaps } from './command.ts';
import { normalizeKey } from './normalize-key.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0)';

afterEach(() => vi.restoreAllMocks());

function press(key: string, init: KeyboardEventInit = {}): string | null {
  return normalizeKey(new KeyboardEvent('keydown', { key, ...init }));
}

function onMac(): void {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(MAC);
}

test('a key is called by what it writes', () => {
  expect(press('j')).toBe('j');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('J', { shiftKey: true })).toBe('J');
  expect(press('Escape')).toBe('Escape');
});

test('Ctrl, and on a Mac ⌘, make a combination; the other one is the system’s', () => {
  expect(press('k', { ctrlKey: true })).toBe('mod+k');
  expect(press('k', { metaKey: true })).toBeNull();
  onMac();
  expect(press('k', { metaKey: true })).toBe('mod+k');
  expect(press('k', { ctrlKey: true })).toBeNull();
});

test('combinations with Alt or Shift are the browser’s, and a held one counts once', () => {
  expect(press('f', { altKey: true })).toBeNull();
  expect(press('k', { ctrlKey: true, altKey: true })).toBeNull();
  expect(press('K', { ctrlKey: true, shiftKey: true })).toBeNull();
  expect(press('k', { ctrlKey: true, repeat: true })).toBeNull();
});

test('a bracket behind AltGr, or behind Option on a Mac, is a bracket', () => {
  expect(press('[', { ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe('[');
  onMac();
  expect(press('[', { altKey: true, code: 'Digit5' })).toBe('[');
});

test('a keyboard of another alphabet has the Latin letters at their places', () => {
  expect(press('о', { code: 'KeyJ' })).toBe('j');
  expect(press('λ', { code: 'KeyL', ctrlKey: true })).toBe('mod+l');
  // Where the letters are Latin, what they write counts: this Z is where others have Y.
  expect(press('z', { code: 'KeyY' })).toBe('z');
});

test('Caps Lock makes no difference', () => {
  expect(press('J', { modifierCapsLock: true })).toBe('j');
});

test('what goes into an input method or becomes an accent is no command', () => {
  expect(press('j', { isComposing: true })).toBeNull();
  expect(press('Process')).toBeNull();
  expect(press('Dead')).toBeNull();
});

test('keys are written as they stand on this machine’s keyboard', () => {
  expect(keyCaps('mod+k')).toEqual(['Ctrl K']);
  expect(keyCaps('g o')).toEqual(['g', 'o']);
  onMac();
  expect(keyCaps('mod+k')).toEqual(['⌘ K']);
});
