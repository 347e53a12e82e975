import { CircleQuestionMark, Command, Eye, EyeOff, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { AccountButton } from '../account/account-button.tsx';
import { useSeesCustomers } from '../account/role.ts';
import { keyCaps } from '../commands/command.ts';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { SETTINGS } from '../settings/settings-table.ts';
import { Button, IconButton } from '../ui/button.tsx';
import styles from './header.module.css';

interface HeaderToolsProps {
  readonly onPalette: () => void;
  readonly onSettings: () => void;
  readonly onHelp: () => void;
}

/** Tools of the header, the same on every screen. */
export function HeaderTools({ onPalette, onSettings, onHelp }: HeaderToolsProps) {
  return (
    <div className={styles.tools}>
      <PaletteButton onClick={onPalette} />
      <MaskToggle />
      <ThemeButton />
      <IconButton label="Settings (,)" data-command="settings" onClick={onSettings}>
        <Settings aria-hidden />
      </IconButton>
      <IconButton label="Keys (?)" data-command="help" className={styles.help} onClick={onHelp}>
        <CircleQuestionMark aria-hidden />
      </IconButton>
      <AccountButton />
    </div>
  );
}

function PaletteButton({ onClick }: { readonly onClick: () => void }) {
  const caps = keyCaps('mod+k').join(' ');
  return (
    <Button
      variant="plain"
      className={styles.palette}
      aria-label="Commands"
      data-command="palette"
      aria-keyshortcuts={caps.startsWith('⌘') ? 'Meta+K' : 'Control+K'}
      title={`Go anywhere, do anything (${caps})`}
      onClick={onClick}
    >
      <Command aria-hidden />
      <kbd aria-hidden>{caps}</kbd>
    </Button>
  );
}

/** Tells everyone at a shared screen that names are hidden, and the reader how to show them again. */
function MaskToggle() {
  const { masked } = useSettings();
  const seesCustomers = useSeesCustomers();
  if (!seesCustomers) return null;
  if (!masked) {
    return (
      <IconButton
        label="Hide customers’ names (m)"
        className={styles.mask}
        onClick={() => changeSettings({ masked: true })}
      >
        <Eye aria-hidden />
      </IconButton>
    );
  }
  return (
    <button
      type="button"
      className={styles.masked}
      aria-label="Names hidden"
      title="Customers’ names and e-mails are hidden here, in copies and in exports. Click to show them (m)."
      onClick={() => changeSettings({ masked: false })}
    >
      <EyeOff aria-hidden />
      <span>Names hidden</span>
    </button>
  );
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

function ThemeButton() {
  const { theme } = useSettings();
  const { commands } = SETTINGS.theme;
  const at = commands.findIndex(({ value }) => value === theme);
  const next = commands[(at + 1) % commands.length]?.value ?? theme;
  const Icon = THEME_ICONS[theme];
  return (
    <IconButton
      label={commands[at]?.label ?? ''}
      className={styles.theme}
      onClick={() => changeSettings({ theme: next })}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
