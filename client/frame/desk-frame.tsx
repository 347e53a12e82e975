import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
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
import { lazyPart } from '../ui/lazy-part.tsx';
import { Guarded } from '../ui/part-boundary.tsx';
import { prefetcher } from '../ui/prefetch-parts.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewCommands } from '../views/use-view-commands.ts';
import styles from './desk-frame.module.css';
import { FiltersOpenProvider } from './filters-open.ts';
import { Header } from './header.tsx';
import { KeyHint } from './key-hint.tsx';
import { PrintedHeading } from './printed-heading.tsx';
import { SCREEN_TITLES } from './screen-titles.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { useSettingsCommands } from './use-settings-commands.ts';

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

interface DeskFrameProps {
  readonly view: View;
  readonly workspaces: WorkspacesAnswer;
  /** How the tab is called, before the workspace's name. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What all screens of a workspace have around them: where one is, how old the data is, what narrows it. */
export function DeskFrame({ view, workspaces, title, children }: DeskFrameProps) {
  const { notice, ...tickets } = useTickets(view);
  const { list, address, turning, error, status, outage } = tickets;
  const lastVisit = useLastVisit(view.workspace, list?.snapshot.takenAt ?? null);
  const name = workspaces.workspaces.find(({ id }) => id === view.workspace)?.name ?? view.workspace;
  const desk: Desk = useMemo(
    () => ({ view, workspaces, name, list, address, turning, error, status, outage, lastVisit }),
    [view, workspaces, name, list, address, turning, error, status, outage, lastVisit],
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
  useViewCommands(view);
  useFrameCommands(view, actions);
  useSettingsCommands();
  useKeys();
  useParts(list !== null);

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
                <DeskProvider value={later}>
                  <FilterPanel />
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
        {over === 'filters' && narrow && <FilterSheet onClose={close} />}
        {over === 'palette' && <Palette onClose={close} />}
        {over === 'settings' && <SettingsDialog onClose={close} />}
        {over === 'help' && <Help onClose={close} />}
        <KeyHint />
      </FiltersOpenProvider>
    </DeskProvider>
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

/** The desk for what may come after the rows: its list turns until theirs is on screen. */
function useLater({ list: newest, turning: isTurning, status, ...rest }: Desk): Desk {
  const [list, setList] = useState(newest);
  useEffect(() => afterPaint(() => setList(newest)), [newest]);
  const turning = isTurning || list !== newest;
  const { view, workspaces, name, address, error, outage, lastVisit } = rest;
  return useMemo(
    () => ({ view, workspaces, name, list, address, turning, error, status, outage, lastVisit }),
    [view, workspaces, name, list, address, turning, error, status, outage, lastVisit],
  );
}
