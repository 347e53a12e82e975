import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OwnViewRow } from './own-view-row.tsx';

const onRename = vi.fn();

function row(name: string) {
  return (
    <OwnViewRow
      view={{ id: 'a', name, search: '', own: true }}
      place={0}
      count={1}
      others={[]}
      onRename={onRename}
      onMove={() => {}}
      onDelete={() => {}}
    />
  );
}

test('a name that another tab has changed is shown, and not written back by who only passes through the field', async () => {
  onRename.mockClear();
  const { rerender } = render(row('old'));
  const field = screen.getByRole('textbox');
  await userEvent.click(field);
  rerender(row('new'));
  expect(field).toHaveValue('new');
  await userEvent.tab();
  expect(onRename).not.toHaveBeenCalled();
});

test('a name that is being typed stays while another tab changes it, and is the one that is kept', async () => {
  onRename.mockClear();
  const { rerender } = render(row('old'));
  await userEvent.type(screen.getByRole('textbox'), 'er');
  rerender(row('new'));
  expect(screen.getByRole('textbox')).toHaveValue('older');
  await userEvent.tab();
  expect(onRename).toHaveBeenCalledExactlyOnceWith('older');
});

test('a name is kept without what would turn the text around it', async () => {
  onRename.mockClear();
  render(row('old'));
  await userEvent.type(screen.getByRole('textbox'), '\u202Eer');
  await userEvent.tab();
  expect(onRename).toHaveBeenCalledExactlyOnceWith('older');
});

test('Enter and Escape of an input method neither keep a name nor take it back', async () => {
  onRename.mockClear();
  render(row('old'));
  const field = screen.getByRole('textbox');
  await userEvent.type(field, 'er');
  for (const key of ['Enter', 'Escape']) fireEvent.keyDown(field, { key, keyCode: 229 });
  expect(field).toHaveValue('older');
  expect(onRename).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
  expect(onRename).toHaveBeenCalledExactlyOnceWith('older');
});
