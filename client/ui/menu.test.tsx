import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Menu, MenuGroup, MenuItem } from './menu.tsx';

const chosen: string[] = [];
const onClose = vi.fn();

function Opened() {
  const button = useRef<HTMLButtonElement>(null);
  const initial = useRef<HTMLElement>(null);
  return (
    <>
      <button ref={button} type="button">
        All
      </button>
      <Menu anchor={button} title="Views" initial={initial} onClose={onClose}>
        <MenuGroup label="Ready" value="Critical">
          {['Overdue', 'Critical', 'Übersicht', 'Crossed'].map((name) => (
            <MenuItem
              key={name}
              ref={name === 'Critical' ? initial : undefined}
              label={name}
              value={name}
              onClick={() => chosen.push(name)}
            >
              {name}
            </MenuItem>
          ))}
        </MenuGroup>
      </Menu>
    </>
  );
}

const item = (name: string) => screen.getByRole('menuitemradio', { name });

beforeEach(async () => {
  chosen.length = 0;
  onClose.mockClear();
  render(<Opened />);
  await waitFor(() => expect(item('Critical')).toHaveFocus());
});

test('the focus begins at the item that is meant, and the arrows lead to the others and round the ends', async () => {
  expect(screen.getByRole('menuitemradio', { checked: true })).toBe(item('Critical'));
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await waitFor(() => expect(item('Crossed')).toHaveFocus());
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(item('Overdue')).toHaveFocus());
  await userEvent.keyboard('{End}');
  await waitFor(() => expect(item('Crossed')).toHaveFocus());
  await userEvent.keyboard('{Enter}{Home}');
  await waitFor(() => expect(item('Overdue')).toHaveFocus());
  await userEvent.keyboard(' ');
  expect(chosen).toEqual(['Crossed', 'Overdue']);
  expect(onClose).toHaveBeenCalledTimes(2);
});

test.each(['u', 'ü', 'Ü'])(
  '%s leads to the next item that begins with it, with or without its dots',
  async (letter) => {
    await userEvent.keyboard(letter);
    expect(item('Übersicht')).toHaveFocus();
  },
);

test('more letters lead to what begins with all of them', async () => {
  await userEvent.keyboard('cro');
  expect(item('Crossed')).toHaveFocus();
});

test('Escape closes it', async () => {
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('a press elsewhere closes it, and a press on its button is left to the button', async () => {
  await userEvent.click(screen.getByText('All'));
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.click(document.body);
  expect(onClose).toHaveBeenCalled();
});
