import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkspacesAnswer } from '../../contract/index.ts';
import { SCREENS } from '../address/screens.ts';
import type { ListState } from '../address/use-list-state.ts';
import { useKeys } from '../commands/use-keys.ts';
import { MaskNotice } from '../settings/mask-notice.tsx';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { SnapshotStrip, WaitingStrip } from '../snapshot/snapshot-strip.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Guarded } from '../ui/part-boundary.tsx';
import { prefetcher } from '../ui/prefetch-parts.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewCommands } from '../views/use-view-commands.ts';
import { afterPaint } from '../workspace/after-paint.ts';
import { useLastVisit } from '../workspace/use-last-visit.ts';
import { useTickets } from '../workspace/use-ticket-list.ts';
import { WorkspaceProvider, type WorkspaceState } from '../workspace/workspace-context.ts';
import { FiltersOpenProvider } from './filters-open.ts';
import { Header } from './header.tsx';
import { KeyHint } from './key-hint.tsx';
import { PrintedHeading } from './printed-heading.tsx';
import { useFrameCommands } from './use-frame-commands.ts';
import { useSettingsCommands } from './use-settings-commands.ts';
import styles from './workspace-layout.module.css';

const FilterPanel = lazyPart(() => import('../filters/filter-panel.tsx').then((it) => it.FilterPanel), {
  name: 'The filters',
  place: 'inline',
});
const Palette = lazyPart(() => import('../palette/palette.tsx').then((it) => it.Palette), {
  name: 'The list of commands',
  place: 'over',
});
const FilterSheet = lazyPart(() => import('../filters/filter-sheet.tsx').then((it) => it.FilterSheet), {
  name: 'The filters',
  place: 'over',
});
const SettingsDialog = lazyPart(
  () => import('../settings/settings-dialog.tsx').then((it) => it.SettingsDialog),
  { name: 'Settings', place: 'over' },
);
const Help = lazyPart(() => import('./help.tsx').then((it) => it.Help), {
  name: 'The list of keys',
  place: 'over',
});

interface WorkspaceLayoutProps {
  readonly listState: ListState;
  readonly workspaces: WorkspacesAnswer;
  /** How the tab is called, before the workspace's name. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What all screens of a workspace have around them: where one is, how old the data is, what narrows it. */
export function WorkspaceLayout({ listState, workspaces, title, children }: WorkspaceLayoutProps) {
  const { notice, ...tickets } = useTickets(listState);
  const { list, address, isStale, error, status, outage } = tickets;
  const lastVisit = useLastVisit(listState.workspace, list?.snapshot.takenAt ?? null);
  const name =
    workspaces.workspaces.find(({ id }) => id === listState.workspace)?.name ?? listState.workspace;
  const state: WorkspaceState = useMemo(
    () => ({ listState, workspaces, name, list, address, isStale, error, status, outage, lastVisit }),
    [listState, workspaces, name, list, address, isStale, error, status, outage, lastVisit],
  );
  const later = useLater(state);
  useDocumentTitle(`${title} · ${name}`);

  const narrow = useMediaQuery(NARROW);
  const { filters: panelOpen } = useSettings();
  const [over, setOver] = useState<'filters' | 'palette' | 'settings' | 'help' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const filtersOpen = useMemo(() => {
    const sheetOpen = over === 'filters';
    return {
      open: narrow ? sheetOpen : panelOpen,
      toggle: () =>
        narrow ? setOver(sheetOpen ? null : 'filters') : changeSettings({ filters: !panelOpen }),
    };
  }, [narrow, over, panelOpen]);
  const close = () => setOver(null);

  const actions = useMemo(
    () => ({
      search: () => search.current?.focus(),
      filters: filtersOpen.toggle,
      palette: () => setOver('palette'),
      settings: () => setOver('settings'),
      help: () => setOver('help'),
    }),
    [filtersOpen],
  );
  useViewCommands(listState);
  useFrameCommands(listState, actions);
  useSettingsCommands();
  useKeys();
  useParts(list !== null);

  return (
    <WorkspaceProvider value={state}>
      <FiltersOpenProvider value={filtersOpen}>
        <div className={styles.screen}>
          <SkipLink>Skip to the {SCREENS[listState.screen].title.toLowerCase()}</SkipLink>
          <Header
            searchRef={search}
            onPalette={actions.palette}
            onSettings={actions.settings}
            onHelp={actions.help}
          />
          <Guarded name="The state of the data" place="inline" identity={status?.number}>
            {status === null ? <WaitingStrip /> : <SnapshotStrip status={status} />}
          </Guarded>
          {notice !== null && (
            <p role="status" className={styles.notice}>
              {notice}
            </p>
          )}
          <div className={styles.body}>
            {panelOpen && !narrow && (
              <aside className={styles.aside} aria-label="Filters">
                <WorkspaceProvider value={later}>
                  <FilterPanel />
                </WorkspaceProvider>
              </aside>
            )}
            <main className={styles.main}>
              <PrintedHeading />
              {children}
            </main>
          </div>
        </div>
        <MaskNotice />
        {over === 'filters' && narrow && <FilterSheet onClose={close} />}
        {over === 'palette' && <Palette onClose={close} />}
        {over === 'settings' && <SettingsDialog onClose={close} />}
        {over === 'help' && <Help onClose={close} />}
        <KeyHint />
      </FiltersOpenProvider>
    </WorkspaceProvider>
  );
}

/** Fetches what opens later once the first rows are on screen: nothing may take their time. */
function useParts(hasRows: boolean): void {
  useEffect(() => {
    if (!hasRows) return;
    let forget = () => {};
    const cancel = afterPaint(() => {
      forget = prefetcher.run();
    });
    return () => {
      cancel();
      forget();
    };
  }, [hasRows]);
}

/** The state for what may come after the rows: its list is stale until theirs is on screen. */
function useLater({ list: newest, isStale: isNewestStale, status, ...rest }: WorkspaceState): WorkspaceState {
  const [list, setList] = useState(newest);
  useEffect(() => afterPaint(() => setList(newest)), [newest]);
  const isStale = isNewestStale || list !== newest;
  const { listState, workspaces, name, address, error, outage, lastVisit } = rest;
  return useMemo(
    () => ({ listState, workspaces, name, list, address, isStale, error, status, outage, lastVisit }),
    [listState, workspaces, name, list, address, isStale, error, status, outage, lastVisit],
  );
}
