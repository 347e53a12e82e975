import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { WorkspacesAnswer } from '../../contract/index.ts';
import type { View } from '../address/use-view.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { FilterPanel } from './filters/filter-panel.tsx';
import { Header } from './header.tsx';
import { List } from './list.tsx';
import styles from './queue.module.css';
import { type Queue, QueueProvider } from './queue-context.ts';
import { focusRow, type Shortcut, useShortcuts } from './shortcuts.ts';
import { SnapshotStrip } from './snapshot/snapshot-strip.tsx';
import { useFollowLive } from './snapshot/use-follow-live.ts';
import { Toolbar } from './toolbar.tsx';
import { useTickets } from './use-tickets.ts';

const TicketDrawer = lazy(() =>
  import('./drawer/ticket-drawer.tsx').then((it) => ({ default: it.TicketDrawer })),
);
const FilterSheet = lazy(() =>
  import('./filters/filter-sheet.tsx').then((it) => ({ default: it.FilterSheet })),
);
const Help = lazy(() => import('./help.tsx').then((it) => ({ default: it.Help })));

interface QueueScreenProps {
  readonly view: View;
  readonly workspaces: WorkspacesAnswer;
}

/** The queue of one workspace: its tickets as the address asks for them. */
export function QueueScreen({ view, workspaces }: QueueScreenProps) {
  const [following, toggleFollowing] = useFollowLive();
  const { error, notice, silentSince, ...tickets } = useTickets(view, following);
  const { list, turning, status } = tickets;
  const { ticketUrlTemplate } = workspaces;
  const queue: Queue = useMemo(
    () => ({ view, list, turning, status, ticketUrlTemplate, following, toggleFollowing }),
    [view, list, turning, status, ticketUrlTemplate, following, toggleFollowing],
  );

  const narrow = useMediaQuery(NARROW);
  const [panelOpen, setPanelOpen] = useState(true);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  const setFiltersOpen = narrow ? setSheetOpen : setPanelOpen;

  const shortcuts: readonly Shortcut[] = useMemo(
    () => [
      { key: '/', label: 'Search', run: () => search.current?.select() },
      { key: 'j', label: 'Next ticket', run: () => walk(1) },
      { key: 'k', label: 'Previous ticket', run: () => walk(-1) },
      { key: '.', label: 'Show newer data', run: view.showNewest },
      { key: 'f', label: 'Show or hide the filters', run: () => setFiltersOpen((open) => !open) },
      { key: '?', label: 'Show these keys', run: () => setHelpOpen(true) },
    ],
    [view, setFiltersOpen],
  );
  useShortcuts(shortcuts);

  const name = workspaces.workspaces.find(({ id }) => id === view.workspace)?.name ?? view.workspace;
  useDocumentTitle(view.ticket === null ? name : `Ticket ${view.ticket} · ${name}`);

  return (
    <QueueProvider value={queue}>
      <div className={styles.screen}>
        <Header workspaces={workspaces} searchRef={search} onHelp={() => setHelpOpen(true)} />
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
          <main className={styles.main}>
            <Toolbar
              filtersOpen={narrow ? sheetOpen : panelOpen}
              onFilters={() => setFiltersOpen((open) => !open)}
            />
            <List error={error} />
          </main>
        </div>
      </div>
      <Suspense>
        {view.ticket !== null && <TicketDrawer id={view.ticket} />}
        {sheetOpen && narrow && <FilterSheet onClose={() => setSheetOpen(false)} />}
        {helpOpen && <Help shortcuts={shortcuts} onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </QueueProvider>
  );
}

/** Through the tickets: with the drawer open its own steps, else from row to row. */
function walk(step: 1 | -1): void {
  const button = document.querySelector<HTMLElement>(`[data-walk="${step}"]`);
  if (button) button.click();
  else focusRow(step);
}
