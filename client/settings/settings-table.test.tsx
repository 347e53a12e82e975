import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { settingsCommands } from '../frame/use-settings-commands.ts';
import { switchSetting } from './setting.ts';
import { SettingFields } from './setting-fields.tsx';
import { SETTINGS } from './settings-table.ts';
import { initialSettings, storedSettings } from './stored-settings.ts';

const TABLE = {
  ...SETTINGS,
  sounds: switchSetting(false, {
    field: { section: 'Keyboard', title: 'Sounds', note: 'A click for each key.' },
    commands: ['Turn sounds on', 'Turn sounds off'],
    keys: 'y',
  }),
};

test('one entry gives a setting its default, its check, its field and its commands', async () => {
  const initial = initialSettings(TABLE);
  expect(initial.sounds).toBe(false);
  const check = storedSettings(TABLE);
  expect(check({ sounds: true })).toEqual({ ...initial, sounds: true });
  expect(check({ sounds: 'loud', theme: 'dark' })).toEqual({ ...initial, theme: 'dark' });

  const onChange = vi.fn();
  const commands = settingsCommands(TABLE, initial, onChange).filter(({ keys }) => keys === 'y');
  expect(commands.map(({ label }) => label)).toEqual(['Turn sounds on']);
  commands[0]?.run();
  expect(onChange).toHaveBeenLastCalledWith({ sounds: true });

  render(
    <SettingFields
      table={TABLE}
      values={{ ...initial, sounds: true }}
      onChange={onChange}
      container={{ current: null }}
    />,
  );
  const field = screen.getByRole('checkbox', { name: 'Sounds', description: 'A click for each key.' });
  expect(field).toBeChecked();
  await userEvent.click(field);
  expect(onChange).toHaveBeenLastCalledWith({ sounds: false });
});

test('a setting that a newer version wrote costs that setting alone, and no settings at all are the usual ones', () => {
  const check = storedSettings(SETTINGS);
  const initial = initialSettings(SETTINGS);
  const columns = [{ column: 'id', width: 90, pinned: true }];
  const stored = { theme: 'sepia', density: 'compact', zone: 'Mars/Olympus', overview: 7, columns };
  expect(check(stored)).toEqual({ ...initial, density: 'compact', columns });
  expect(check([])).toBeUndefined();
});

test('the palette offers the values that do not hold', () => {
  const values = { ...initialSettings(SETTINGS), theme: 'dark', following: true } as const;
  expect(settingsCommands(SETTINGS, values, () => {}).map(({ label }) => label)).toEqual([
    'Theme: system',
    'Theme: light',
    'Density: compact',
    'Stop grouping tickets',
    'Hide or show customers’ names',
    'Turn single-key shortcuts off',
    'Turn hints off',
    'Put the first steps away',
    'Stop auto-update',
  ]);
});
