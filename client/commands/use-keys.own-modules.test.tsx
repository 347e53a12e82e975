import { Dialog } from '@base-ui/react/dialog';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSettings, DEFAULT_SETTINGS } from '../settings/settings.ts';
import type { Command } from './command.ts';
import { usePendingChord } from './pending-chord.ts';
import { useCommands } from './registry.ts';
import { OPEN_TICKET, useKeys } from './use-keys.ts';

const given: string[] = [];

function command(keys: string): Command {
  return { id: keys, label: keys, group: 'Show', keys, run: () => given.push(keys) };
}

const OF_TICKET: Command = { ...command('k'), isOfOpenTicket: true };

const COMMANDS = ['j', 'o', 'g o', 'g a', 'mod+k', '[', 'ArrowRight', 'Enter'].map(command);

const ALL = [...COMMANDS, OF_TICKET];

function Screen({ dialog = null }: { readonly dialog?: 'modal' | 'beside' | 'ticket' | null }) {
  useCommands(ALL);
  useKeys();
  return (
    <>
      <input aria-label="text" />
      <input type="checkbox" aria-label="tick" />
      <input type="radio" aria-label="radio" />
      <select aria-label="select" />
      <textarea aria-label="area" />
      {/* biome-ignore lint/a11y/useSemanticElements: an editor of rich text is one, and no element */}
      <div role="textbox" aria-label="editor" tabIndex={0} contentEditable suppressContentEditableWarning>
        <b>bold</b>
      </div>
      <div role="menu" tabIndex={0} aria-label="menu" />
      <button type="button">button</button>
      <p>begun: {usePendingChord() ?? 'nothing'}</p>
      {dialog !== null && (
        <Dialog.Root open modal={dialog !== 'beside'}>
          <Dialog.Portal>
            <Dialog.Popup aria-label={dialog} {...(dialog === 'ticket' && { [OPEN_TICKET]: '' })}>
              <button type="button">inside</button>
            </Dialog.Popup>
          </Dialog.Portal>
        </Dialog.Root>
      )}
    </>
  );
}

beforeEach(() => {
  given.length = 0;
});

afterEach(() => {
  changeSettings(DEFAULT_SETTINGS);
  vi.useRealTimers();
});

/** Presses a key, and says whether it was taken from the browser. */
function press(key: string, target: Element = document.body, init: KeyboardEventInit = {}): boolean {
  return !fireEvent.keyDown(target, { key, ...init });
}

test('a key gives its command, and is taken from the browser only then', () => {
  render(<Screen />);
  expect(press('j')).toBe(true);
  expect(press('x')).toBe(false);
  expect(given).toEqual(['j']);
});

test('whoever types gives no commands', () => {
  render(<Screen />);
  for (const name of ['text', 'select', 'area', 'editor', 'menu']) {
    expect(press('j', screen.getByLabelText(name))).toBe(false);
  }
  expect(press('j', screen.getByText('bold'))).toBe(false);
  expect(press('j', screen.getByLabelText('tick'))).toBe(true);
  expect(press('k', screen.getByLabelText('text'), { ctrlKey: true })).toBe(true);
  expect(given).toEqual(['j', 'mod+k']);
});

test('what presses or moves something keeps its keys', () => {
  render(<Screen />);
  expect(press('Enter', screen.getByText('button'))).toBe(false);
  expect(press('ArrowRight', screen.getByLabelText('radio'))).toBe(false);
  expect(press('ArrowRight', screen.getByText('button'))).toBe(true);
});

test('a pair is two keys one after the other, and says what it waits for', () => {
  render(<Screen />);
  expect(press('g')).toBe(true);
  expect(screen.getByText('begun: g')).toBeVisible();
  press('Shift');
  press('o');
  expect(screen.getByText('begun: nothing')).toBeVisible();
  expect(given).toEqual(['g o']);
});

test('a second key that ends no pair does nothing at all', () => {
  render(<Screen />);
  press('g');
  expect(press('j')).toBe(false);
  press('o');
  expect(given).toEqual(['o']);
});

test('a pair that is not ended is forgotten', () => {
  vi.useFakeTimers();
  render(<Screen />);
  press('g');
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByText('begun: nothing')).toBeVisible();
  press('o');
  expect(given).toEqual(['o']);
});

test('single keys can be switched off; combinations stay', () => {
  render(<Screen />);
  act(() => changeSettings({ keys: false }));
  expect(press('j')).toBe(false);
  expect(press('g')).toBe(false);
  expect(press('k', document.body, { ctrlKey: true })).toBe(true);
  expect(given).toEqual(['mod+k']);
});

test('in a ticket that covers the list its own keys do what they say, and no others', () => {
  render(<Screen dialog="ticket" />);
  const inside = screen.getByRole('button', { name: 'inside' });
  press('j', inside);
  press('k', inside);
  press('k');
  expect(given).toEqual(['k']);
});

test('behind a dialog that must be answered nothing happens; beside one that need not be, all does', () => {
  const { rerender } = render(<Screen dialog="beside" />);
  press('j', screen.getByText('inside'));
  expect(given).toEqual(['j']);
  rerender(<Screen />);
  rerender(<Screen dialog="modal" />);
  press('j', screen.getByText('inside'));
  press('k', screen.getByText('inside'), { ctrlKey: true });
  expect(given).toEqual(['j']);
});
