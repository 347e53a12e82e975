import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkspacesAnswer } from '../../contract/index.ts';
import type { View } from '../address/use-view.ts';
import { useKeys } from '../commands/use-keys.ts';
import { afterPaint } from '../desk/after-paint.ts';
import { type Desk, DeskProvider } from '../desk/desk-context.ts';
import { useLastVisit } from '../desk/use-last-visit.ts';
import { useTickets } from '../desk/use-tickets.ts';
import { MaskNotice } from '../settings/mask-notice.tsx';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { SnapshotStrip, WaitingStrip } from '../snapshot/snapshot-strip.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import styles from './desk-frame.module.css';
import { FiltersOpenProvider } from './filters-open.ts';
import { Header } from './header.tsx';
import { KeyHint } from './key-hint.tsx';
import { PrintedHeading } from './printed-heading.tsx';
import { SCREEN_TITLES } from './screen-titles.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { usePrefetched } from './use-prefetched.ts';
import { useSettingsCommands } from './use-settings-commands.ts';

const FilterPanel = lazy(() =>
  import('../filters/filter-panel.tsx').then((it) => ({ default: it.FilterPanel })),
);
const FilterSheet = lazy(() =>
  import('../filters/filter-sheet.tsx').then((it) => ({ default: it.FilterSheet })),
);
const SettingsDialog = lazy(() =>
  import('../settings/settings-dialog.tsx').then((it) => ({ default: it.SettingsDialog })),
);
const loadPalette = () => import('../palette/palette.tsx');
const Palette = lazy(() => loadPalette().then((it) => ({ default: it.Palette })));
const Help = lazy(() => import('./help.tsx').then((it) => ({ default: it.Help })));

interface DeskFrameProps {
  readonly view: View;
  readonly workspaces: WorkspacesAnswer;
  /** How the tab is called, before the workspace's name. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What all screens of a workspace have around them: where one is, how old the data is, what narrows it. */
export function DeskFrame({ view, workspaces, title, children }: DeskFrameProps) {
  const { silentSince, notice, ...tickets } = useTickets(view);
  const { list, address, turning, error, status } = tickets;
  const lastVisit = useLastVisit(view.workspace, list?.snapshot.takenAt ?? null);
  const name = workspaces.workspaces.find(({ id }) => id === view.workspace)?.name ?? view.workspace;
  const desk: Desk = useMemo(
    () => ({ view, workspaces, name, list, address, turning, error, status, lastVisit }),
    [view, workspaces, name, list, address, turning, error, status, lastVisit],
  );
  const later = useLater(desk);
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
  useFrameCommands(view, actions);
  useSettingsCommands();
  useKeys();
  usePrefetched(loadPalette);

  return (
    <DeskProvider value={desk}>
      <FiltersOpenProvider value={filtersOpen}>
        <div className={styles.screen}>
          <SkipLink>Skip to the {SCREEN_TITLES[view.screen].toLowerCase()}</SkipLink>
          <Header
            searchRef={search}
            onPalette={actions.palette}
            onSettings={actions.settings}
            onHelp={actions.help}
          />
          {status === null ? <WaitingStrip /> : <SnapshotStrip status={status} silentSince={silentSince} />}
          {notice !== null && (
            <p role="status" className={styles.notice}>
              {notice}
            </p>
          )}
          <div className={styles.body}>
            {panelOpen && !narrow && (
              <aside className={styles.aside} aria-label="Filters">
                <DeskProvider value={later}>
                  <Suspense>
                    <FilterPanel />
                  </Suspense>
                </DeskProvider>
              </aside>
            )}
            <main className={styles.main}>
              <PrintedHeading />
              {children}
            </main>
          </div>
        </div>
        <MaskNotice />
        <Suspense>
          {over === 'filters' && narrow && <FilterSheet onClose={close} />}
          {over === 'palette' && <Palette onClose={close} />}
          {over === 'settings' && <SettingsDialog onClose={close} />}
          {over === 'help' && <Help onClose={close} />}
        </Suspense>
        <KeyHint />
      </FiltersOpenProvider>
    </DeskProvider>
  );
}

/** The desk for what may come after the rows: its list turns until theirs is on screen. */
function useLater({ list: newest, turning: isTurning, status, ...rest }: Desk): Desk {
  const [list, setList] = useState(newest);
  useEffect(() => afterPaint(() => setList(newest)), [newest]);
  const turning = isTurning || list !== newest;
  const { view, workspaces, name, address, error, lastVisit } = rest;
  return useMemo(
    () => ({ view, workspaces, name, list, address, turning, error, status, lastVisit }),
    [view, workspaces, name, list, address, turning, error, status, lastVisit],
  );
}
