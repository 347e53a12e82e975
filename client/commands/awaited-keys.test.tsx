import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { given, NameForm, Palette, part, Screen, Slow } from './testing/late-part.tsx';

beforeEach(() => {
  given.length = 0;
});

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
