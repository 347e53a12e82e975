import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Menu, MenuGroup, MenuItem } from './menu.tsx';

const chosen: string[] = [];

beforeEach(() => {
  chosen.length = 0;
  render(
    <Menu label="Views">
      <MenuGroup label="Ready">
        {['Overdue', 'Critical', 'Übersicht', 'Crossed'].map((name) => (
          <MenuItem
            key={name}
            first={name === 'Critical'}
            checked={name === 'Critical'}
            onClick={() => chosen.push(name)}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>,
  );
});

test('the Tab key leads to one item, the arrows to the others and round the ends', async () => {
  await userEvent.tab();
  expect(screen.getByRole('menuitemradio', { name: 'Critical', checked: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('menuitemradio', { name: 'Crossed' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitemradio', { name: 'Overdue' })).toHaveFocus();
  await userEvent.keyboard('{End}{Enter}{Home} ');
  expect(chosen).toEqual(['Crossed', 'Overdue']);
});

test('a letter leads to the next item that begins with it', async () => {
  await userEvent.tab();
  await userEvent.keyboard('u');
  expect(screen.getByText('Übersicht')).toHaveFocus();
});

test('more letters lead to what begins with all of them', async () => {
  await userEvent.tab();
  await userEvent.keyboard('cro');
  expect(screen.getByText('Crossed')).toHaveFocus();
});
