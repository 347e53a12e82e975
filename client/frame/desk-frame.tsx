import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type { WorkspacesAnswer } from '../../contract/index.ts';
import type { View } from '../address/use-view.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { useKeys } from '../commands/use-keys.ts';
import { type Desk, DeskProvider } from '../desk/desk-context.ts';
import { useLastVisit } from '../desk/use-last-visit.ts';
import { useTickets } from '../desk/use-tickets.ts';
import { FilterPanel } from '../filters/filter-panel.tsx';
import { MaskNotice } from '../settings/mask-notice.tsx';
import { changeSettings, currentSettings, useSettings } from '../settings/settings.ts';
import { SnapshotStrip } from '../snapshot/snapshot-strip.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import styles from './desk-frame.module.css';
import { FiltersOpenProvider } from './filters-open.ts';
import { Header } from './header.tsx';

const FilterSheet = lazy(() =>
  import('../filters/filter-sheet.tsx').then((it) => ({ default: it.FilterSheet })),
);
const SettingsDialog = lazy(() =>
  import('../settings/settings-dialog.tsx').then((it) => ({ default: it.SettingsDialog })),
);
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
  const { list, turning, error, status } = tickets;
  const lastVisit = useLastVisit(view.workspace, list?.snapshot.takenAt ?? null);
  const name = workspaces.workspaces.find(({ id }) => id === view.workspace)?.name ?? view.workspace;
  const desk: Desk = useMemo(
    () => ({ view, workspaces, name, list, turning, error, status, lastVisit }),
    [view, workspaces, name, list, turning, error, status, lastVisit],
  );
  useDocumentTitle(`${title} · ${name}`);

  const narrow = useMediaQuery(NARROW);
  const { filters: panelOpen } = useSettings();
  const [sheetOpen, setSheetOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const filtersOpen = useMemo(
    () => ({
      open: narrow ? sheetOpen : panelOpen,
      toggle: () => (narrow ? setSheetOpen(!sheetOpen) : changeSettings({ filters: !panelOpen })),
    }),
    [narrow, sheetOpen, panelOpen],
  );

  const commands: readonly Command[] = useMemo(
    () => [
      { id: 'search', group: 'List', label: 'Search', keys: '/', run: () => search.current?.focus() },
      { id: 'newest', group: 'List', label: 'Show newer data', keys: '.', run: view.showNewest },
      { id: 'filters', group: 'Show', label: 'Filters', keys: 'f', run: filtersOpen.toggle },
      { id: 'mask', group: 'Show', label: 'Hide or show customers’ names', keys: 'm', run: toggleMask },
      { id: 'settings', group: 'Settings', label: 'Settings', keys: ',', run: () => setSettingsOpen(true) },
      { id: 'help', group: 'Show', label: 'All keys', keys: '?', run: () => setHelpOpen(true) },
    ],
    [view, filtersOpen],
  );
  useCommands(commands);
  useKeys();

  return (
    <DeskProvider value={desk}>
      <FiltersOpenProvider value={filtersOpen}>
        <div className={styles.screen}>
          <Header
            searchRef={search}
            onHelp={() => setHelpOpen(true)}
            onSettings={() => setSettingsOpen(true)}
          />
          {status !== null && <SnapshotStrip status={status} silentSince={silentSince} />}
          {notice !== null && (
            <p role="status" className={styles.notice}>
              {notice}
            </p>
          )}
          <div className={styles.body}>
            {panelOpen && !narrow && (
              <aside className={styles.aside} aria-label="Filters">
                <FilterPanel />
              </aside>
            )}
            <main className={styles.main}>{children}</main>
          </div>
        </div>
        <MaskNotice />
        <Suspense>
          {sheetOpen && narrow && <FilterSheet onClose={() => setSheetOpen(false)} />}
          {settingsOpen && <SettingsDialog onClose={() => setSettingsOpen(false)} />}
          {helpOpen && <Help onClose={() => setHelpOpen(false)} />}
        </Suspense>
      </FiltersOpenProvider>
    </DeskProvider>
  );
}

function toggleMask(): void {
  changeSettings({ masked: !currentSettings().masked });
}
