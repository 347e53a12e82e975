import { CircleQuestionMark, EyeOff, FlaskConical, Monitor, Moon, Sun } from 'lucide-react';
import type { RefObject } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import { useDesk } from '../desk/desk-context.ts';
import { SearchBox } from '../filters/search-box.tsx';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import styles from './header.module.css';

interface HeaderProps {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
}

/** Where one is, and the search over it. */
export function Header({ searchRef, onHelp }: HeaderProps) {
  const { workspaces } = useDesk();
  const { masked } = useSettings();
  return (
    <header className={styles.header}>
      <Brand href="/" />
      <Workspace />
      {workspaces.mode === 'demo' && <DemoBadge />}
      {masked && <MaskBadge />}
      <div className={styles.search}>
        <SearchBox inputRef={searchRef} />
      </div>
      <div className={styles.tools}>
        <ThemeButton />
        <IconButton label="Keys (?)" onClick={onHelp}>
          <CircleQuestionMark aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}

function Brand({ href }: { readonly href: string }) {
  return (
    <a className={styles.brand} href={href}>
      <img src="/loopdesk.svg" alt="Loopdesk" width="24" height="24" />
      <span aria-hidden>Loopdesk</span>
    </a>
  );
}

/** The head of a screen that belongs to no workspace. */
export function BareHeader({ demo }: { readonly demo: boolean }) {
  return (
    <header className={styles.header}>
      <Brand href="/" />
      {demo && <DemoBadge />}
    </header>
  );
}

/** Nobody may take made-up complaints for customers' own. */
export function DemoBadge() {
  return (
    <span
      className={styles.demo}
      title="These tickets are made up. Give Loopdesk an API key to see your own."
    >
      <FlaskConical aria-hidden />
      Demo data
    </span>
  );
}

/** Whoever looks at a shared screen may know that names are missing, and the reader how to have them back. */
function MaskBadge() {
  return (
    <button
      type="button"
      className={styles.masked}
      title="Customers’ names and e-mails are hidden here, in copies and in exports. Click to show them (m)."
      onClick={() => changeSettings({ masked: false })}
    >
      <EyeOff aria-hidden />
      Names hidden
    </button>
  );
}

function Workspace() {
  const {
    view,
    workspaces: { workspaces },
  } = useDesk();
  const [only] = workspaces;
  if (workspaces.length === 1 && only) return <span className={styles.workspace}>{only.name}</span>;
  return (
    <Select
      aria-label="Workspace"
      className={styles.workspace ?? ''}
      value={view.workspace}
      onChange={(event) => navigate(formatAddress(event.target.value, DEFAULT_QUERY))}
    >
      {workspaces.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

const THEME_LOOKS = {
  system: { icon: Monitor, label: 'Theme: as the system', next: 'light' },
  light: { icon: Sun, label: 'Theme: light', next: 'dark' },
  dark: { icon: Moon, label: 'Theme: dark', next: 'system' },
} as const;

function ThemeButton() {
  const { theme } = useSettings();
  const { icon: Icon, label, next } = THEME_LOOKS[theme];
  return (
    <IconButton label={label} onClick={() => changeSettings({ theme: next })}>
      <Icon aria-hidden />
    </IconButton>
  );
}
