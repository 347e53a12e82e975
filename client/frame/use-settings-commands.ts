import { useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { changeSettings, type Settings, useSettings } from '../settings/settings.ts';

/** Registers commands for settings switched now and then, to save a dialog. Those in force are left out. */
export function useSettingsCommands(): void {
  const { theme, density, keys, following } = useSettings();
  const commands: readonly Command[] = useMemo(
    () =>
      [
        theme !== 'light' && setting('theme-light', 'Theme: light', { theme: 'light' }),
        theme !== 'dark' && setting('theme-dark', 'Theme: dark', { theme: 'dark' }),
        theme !== 'system' && setting('theme-system', 'Theme: system', { theme: 'system' }),
        density === 'compact'
          ? setting('density', 'Density: comfortable', { density: 'comfortable' })
          : setting('density', 'Density: compact', { density: 'compact' }),
        setting('keys', keys ? 'Turn single-key shortcuts off' : 'Turn single-key shortcuts on', {
          keys: !keys,
        }),
        setting('following', following ? 'Stop auto-update' : 'Auto-update', { following: !following }),
      ].filter((command) => command !== false),
    [theme, density, keys, following],
  );
  useCommands(commands);
}

function setting(id: string, label: string, change: Partial<Settings>): Command {
  return { id, group: 'Settings', label, keys: null, run: () => changeSettings(change) };
}
