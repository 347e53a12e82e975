import { useMemo } from 'react';
import { useSeesCustomers } from '../account/role.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { offeredSettings, type SettingsTable } from '../settings/setting.ts';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { SETTINGS } from '../settings/settings-table.ts';

/** Registers commands for settings switched now and then, to save a dialog. Those in force are left out. */
export function useSettingsCommands(): void {
  const settings = useSettings();
  const seesCustomers = useSeesCustomers();
  useCommands(
    useMemo(
      () => settingsCommands(offeredSettings(SETTINGS, seesCustomers), settings, changeSettings),
      [settings, seesCustomers],
    ),
  );
}

/** The commands that change a setting; a value that holds already is not offered. */
export function settingsCommands(
  table: SettingsTable,
  values: Readonly<Record<string, unknown>>,
  change: (change: Readonly<Record<string, unknown>>) => void,
): readonly Command[] {
  return Object.entries(table).flatMap(([key, { commands }]) =>
    commands
      .filter(({ value }) => value !== values[key])
      .map(({ value, label, keys, group }) => ({
        id: `setting-${key}-${value}`,
        group,
        label,
        keys,
        run: () => change({ [key]: value }),
      })),
  );
}
