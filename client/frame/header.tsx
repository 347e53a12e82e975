import { FlaskConical } from 'lucide-react';
import type { RefObject } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { useDesk } from '../desk/desk-context.ts';
import { SearchBox } from '../filters/search-box.tsx';
import { Select } from '../ui/select.tsx';
import { addressOf } from '../views/named-view.ts';
import { startView, useViews } from '../views/use-views.ts';
import styles from './header.module.css';
import { HeaderTools } from './header-tools.tsx';
import { ScreenTabs } from './screen-tabs.tsx';

interface HeaderProps {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onPalette: () => void;
  readonly onSettings: () => void;
  readonly onHelp: () => void;
}

/** Where one is, the ways to look at it, and the search over it. */
export function Header({ searchRef, onPalette, onSettings, onHelp }: HeaderProps) {
  const { view, workspaces } = useDesk();
  const { start } = useViews(view.workspace);
  return (
    <header className={styles.header}>
      <Brand href={addressOf(start, view.workspace)} />
      <Workspace />
      {workspaces.mode === 'demo' && <DemoBadge />}
      <ScreenTabs workspace={view.workspace} query={view.query} current={view.screen} />
      <div className={styles.search}>
        <SearchBox inputRef={searchRef} />
      </div>
      <HeaderTools onPalette={onPalette} onSettings={onSettings} onHelp={onHelp} />
    </header>
  );
}

function Brand({ href }: { readonly href: string }) {
  return (
    <Link className={styles.brand} href={href}>
      <img src="/loopdesk.svg" alt="Loopdesk" width="24" height="24" />
      <span aria-hidden>Loopdesk</span>
    </Link>
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
      <span className={styles.whole}>Demo data</span>
      <span className={styles.short}>Demo</span>
    </span>
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
      onChange={({ target: { value } }) =>
        navigate(addressOf(startView(value), value, { screen: view.screen }))
      }
    >
      {workspaces.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
