import { CircleQuestionMark, FlaskConical, Monitor, Moon, Sun } from 'lucide-react';
import type { RefObject } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, type WorkspacesAnswer } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useTheme } from '../ui/theme.ts';
import { SearchBox } from './filters/search-box.tsx';
import styles from './header.module.css';
import { useQueue } from './queue-context.ts';

interface HeaderProps {
  readonly workspaces: WorkspacesAnswer;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
}

/** Where one is, and the search over it. */
export function Header({ workspaces, searchRef, onHelp }: HeaderProps) {
  const { view } = useQueue();
  return (
    <header className={styles.header}>
      <Brand href={formatAddress(view.workspace, DEFAULT_QUERY)} />
      <Workspace workspaces={workspaces} />
      {workspaces.mode === 'demo' && <DemoBadge />}
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
function DemoBadge() {
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

function Workspace({ workspaces: { workspaces } }: Pick<HeaderProps, 'workspaces'>) {
  const { view } = useQueue();
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
  system: { icon: Monitor, label: 'Theme: as the system' },
  light: { icon: Sun, label: 'Theme: light' },
  dark: { icon: Moon, label: 'Theme: dark' },
} as const;

function ThemeButton() {
  const [theme, next] = useTheme();
  const { icon: Icon, label } = THEME_LOOKS[theme];
  return (
    <IconButton label={label} onClick={next}>
      <Icon aria-hidden />
    </IconButton>
  );
}
