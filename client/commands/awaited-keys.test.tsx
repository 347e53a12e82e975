import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { FocusAwaited } from '../ui/focus-awaited.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import type { Command } from './command.ts';
import { useCommands } from './registry.ts';
import { useKeys } from './use-keys.ts';

const given: string[] = [];

beforeEach(() => {
  given.length = 0;
});

interface PartProps {
  readonly onClose: () => void;
}

/** A part that is loaded when a test says so, or fails then. */
function part(Loaded: ComponentType<PartProps>) {
  let resolve = (_: { readonly default: ComponentType<PartProps> }) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<{ readonly default: ComponentType<PartProps> }>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return {
    Part: lazy(() => promise),
    arrive: () => act(async () => resolve({ default: Loaded })),
    fail: () => act(async () => reject(new Error('not to be had'))),
  };
}

function Palette({ onClose }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <ModalDialog title="Palette" initialFocus={field} onClose={onClose}>
      <input
        ref={field}
        aria-label="palette"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ModalDialog>
  );
}

/** A dialog that asks for a name, and is done with Enter. */
function NameForm({ onClose }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <ModalDialog title="Name" initialFocus={field} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          given.push(`named ${name}`);
        }}
      >
        <input ref={field} aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" disabled={name === 'no'}>
          Save
        </button>
      </form>
    </ModalDialog>
  );
}

/** Drawn, and without the focus until a test gives it. */
function Slow() {
  const field = useRef<HTMLInputElement>(null);
  useAwaitedFocus(field, () => {});
  return <input ref={field} aria-label="slow" defaultValue="" />;
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p>failed</p> : this.props.children;
  }
}

function Screen({ Part }: { readonly Part: ComponentType<PartProps> }) {
  const [open, setOpen] = useState(false);
  const [commands] = useState<readonly Command[]>(() => [
    { id: 'open', label: 'Open', group: 'Show', keys: 'mod+k', run: () => setOpen(true) },
    ...['m', 'e'].map(
      (keys): Command => ({ id: keys, label: keys, group: 'Show', keys, run: () => given.push(keys) }),
    ),
  ]);
  useCommands(commands);
  useKeys();
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" onClick={() => given.push('pressed')}>
        button
      </button>
      <input aria-label="search" />
      <Boundary>
        <Suspense fallback={<FocusAwaited onGiveUp={close} />}>{open && <Part onClose={close} />}</Suspense>
      </Boundary>
    </>
  );
}

/** Presses a key where the focus is, and says whether the browser would still do something with it. */
const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
const ask = () => press('k', { ctrlKey: true });

test('letters after the keys that ask for the palette are no commands, and stand in its field when it is there', async () => {
  const { Part, arrive } = part(Palette);
  render(<Screen Part={Part} />);
  ask();
  for (const key of ['m', 'x', 'Backspace', 'e', 'Enter', 'n']) expect(press(key)).toBe(false);
  await arrive();
  const field = await screen.findByLabelText('palette');
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toHaveValue('men');
  expect(given).toEqual([]);
});

test.each([
  [
    'Enter after the letters submits the form of the field, with them',
    ['m', 'e', 'Enter', 'n'],
    'me',
    ['named me'],
  ],
  ['a form whose button is off is not submitted', ['n', 'o', 'Enter'], 'no', []],
  ['Enter that is held from before submits nothing', ['Enter held', 'm'], 'm', []],
])('%s', async (_what, keys, value, expected) => {
  const { Part, arrive } = part(NameForm);
  render(<Screen Part={Part} />);
  ask();
  for (const key of keys) press(key.replace(' held', ''), { repeat: key.endsWith('held') });
  await arrive();
  await waitFor(() => expect(screen.getByLabelText('name')).toHaveValue(value));
  // Longer than until whatever is to come of it.
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(given).toEqual(expected);
});

test('what had the focus when it was asked for gets neither letters nor Enter', () => {
  const { Part } = part(Palette);
  render(<Screen Part={Part} />);
  screen.getByText('button').focus();
  ask();
  expect(press('Enter')).toBe(false);
  screen.getByLabelText('search').focus();
  expect(press('m')).toBe(false);
  // The browser's own keys stay its own, but for those that ask again.
  expect(press('r', { ctrlKey: true })).toBe(true);
  expect(press('Tab')).toBe(true);
  expect(ask()).toBe(false);
  expect(given).toEqual([]);
});

test('Escape gives up what is not there yet, and the keys mean what they meant', async () => {
  const { Part, arrive } = part(Palette);
  render(<Screen Part={Part} />);
  ask();
  press('Escape');
  press('m');
  expect(given).toEqual(['m']);
  await arrive();
  expect(screen.queryByLabelText('palette')).toBeNull();
});

test('when the part cannot be loaded the keys mean what they meant', async () => {
  const { Part, fail } = part(Palette);
  render(<Screen Part={Part} />, { onCaughtError: () => {} });
  ask();
  press('m');
  await fail();
  expect(screen.getByText('failed')).toBeVisible();
  press('e');
  expect(given).toEqual(['e']);
});

test('whoever turns to something else with the pointer is not kept waiting', () => {
  const { Part } = part(Palette);
  render(<Screen Part={Part} />);
  ask();
  fireEvent.pointerDown(screen.getByLabelText('search'));
  screen.getByLabelText('search').focus();
  expect(press('m')).toBe(true);
  screen.getByText('button').focus();
  press('m');
  expect(given).toEqual(['m']);
});

test('keys wait as well between a part being drawn and its having the focus', async () => {
  const { Part, arrive } = part(Slow);
  render(<Screen Part={Part} />);
  ask();
  await arrive();
  press('m');
  expect(given).toEqual([]);
  act(() => screen.getByLabelText('slow').focus());
  expect(screen.getByLabelText('slow')).toHaveValue('m');
  screen.getByText('button').focus();
  press('e');
  expect(given).toEqual(['e']);
});

test('after it is closed the keys mean what they meant', async () => {
  const { Part, arrive } = part(Palette);
  render(<Screen Part={Part} />);
  ask();
  await arrive();
  await waitFor(() => expect(screen.getByLabelText('palette')).toHaveFocus());
  press('Escape');
  await waitFor(() => expect(screen.queryByLabelText('palette')).toBeNull());
  press('m');
  expect(given).toEqual(['m']);
});
