import { FlaskConical } from 'lucide-react';
import { memo, type ReactNode, type RefObject } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { basePath, homeAddress } from '../base/base-path.ts';
import { SearchBox } from '../filters/search-box.tsx';
import { Freshness, FreshnessPlace } from '../snapshot/freshness.tsx';
import { Guarded } from '../ui/part-boundary.tsx';
import { Select } from '../ui/select.tsx';
import { useRovingFocus } from '../ui/use-roving-focus.ts';
import { viewHref } from '../views/saved-view.ts';
import { useStartView, useViews } from '../views/use-views.ts';
import { AfterRows, ListAfterRows } from '../workspace/after-rows.tsx';
import { useListState, useSnapshotStatus, useWorkspaceInfo } from '../workspace/workspace-context.ts';
import styles from './header.module.css';
import { HeaderTools } from './header-tools.tsx';
import { ScreenTabs } from './screen-tabs.tsx';

interface HeaderProps {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onPalette: () => void;
  readonly onSettings: () => void;
  readonly onHelp: () => void;
}

/** The workspace, its views and the search over it. */
export const Header = memo(function Header({ searchRef, onPalette, onSettings, onHelp }: HeaderProps) {
  return (
    <header>
      <div
        className={styles.header}
        role="toolbar"
        aria-label="Loopdesk"
        {...useRovingFocus<HTMLDivElement>()}
      >
        <AfterRows>
          <Whereabouts />
        </AfterRows>
        <div className={styles.search} data-stops-apart>
          <ListAfterRows>
            <SearchBox inputRef={searchRef} />
          </ListAfterRows>
        </div>
        <AfterRows>
          <DataAge />
        </AfterRows>
        <HeaderTools onPalette={onPalette} onSettings={onSettings} onHelp={onHelp} />
      </div>
    </header>
  );
});

const DataAge = memo(function DataAge() {
  const status = useSnapshotStatus();
  return (
    <Guarded name="The state of the data" place="small" identity={status?.number}>
      {status === null ? <FreshnessPlace /> : <Freshness status={status} />}
    </Guarded>
  );
});

const Whereabouts = memo(function Whereabouts() {
  const { workspace, query, screen } = useListState();
  const { workspaces } = useWorkspaceInfo();
  const { start } = useViews(workspace);
  return (
    <>
      <Brand href={viewHref(start, workspace)} />
      <Workspace />
      {workspaces.mode === 'demo' && <DemoBadge />}
      <ScreenTabs workspace={workspace} query={query} current={screen} />
    </>
  );
});

function Brand({ href }: { readonly href: string }) {
  return (
    <Link className={styles.brand} href={href}>
      <img src={`${basePath()}/loopdesk.svg`} alt="Loopdesk" width="24" height="24" />
      <span aria-hidden>Loopdesk</span>
    </Link>
  );
}

/** The head of a screen that belongs to no workspace. */
export function BareHeader({
  demo,
  children,
}: {
  readonly demo: boolean;
  /** Ways from here. */
  readonly children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <Brand href={homeAddress()} />
      {demo && <DemoBadge />}
      {children}
    </header>
  );
}

/** Badge for made-up data, lest anyone take it for customers' own. */
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
  const listState = useListState();
  const {
    workspaces: { workspaces },
  } = useWorkspaceInfo();
  const startView = useStartView();
  const [only] = workspaces;
  if (workspaces.length === 1 && only) return <span className={styles.workspace}>{only.name}</span>;
  return (
    <Select
      aria-label="Workspace"
      className={styles.workspace ?? ''}
      value={listState.workspace}
      onChange={({ target: { value } }) =>
        navigate(viewHref(startView(value), value, { screen: listState.screen }))
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
