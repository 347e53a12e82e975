import { Presentation } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { useStable } from '../filters/facets/use-stable.ts';
import { ShareButton } from '../frame/share/share-button.tsx';
import { Toolbar } from '../frame/toolbar.tsx';
import { Overview, OverviewButton } from '../overview/overview.tsx';
import { Tiles } from '../overview/tiles.tsx';
import { type OverviewOpen, useOverviewOpen } from '../overview/use-overview-open.ts';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Guarded } from '../ui/part-boundary.tsx';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { AfterRows, AsOfNow } from '../workspace/after-rows.tsx';
import { useListState, useOpenTicket, useShownList } from '../workspace/workspace-context.ts';
import { ColumnsButton } from './columns/columns-button.tsx';
import { selectedQuery } from './selection/selected-query.ts';
import { SelectionProvider, useSelection, useSelectionState } from './selection/use-selection.ts';
import { useSelectionCommands } from './selection/use-selection-commands.ts';
import { useTellOfCleared } from './selection/use-tell-of-cleared.ts';
import { SortMenu } from './sort/sort-menu.tsx';
import { List } from './table/list.tsx';
import { stepTicket } from './ticket-steps.ts';
import styles from './tickets-screen.module.css';

const TicketDrawer = lazyPart(() => import('./drawer/ticket-drawer.tsx').then((it) => it.TicketDrawer), {
  name: ({ id }) => `Ticket ${id}`,
  place: 'side',
  identity: ({ id }) => id,
});
const SelectionBar = lazyPart(() => import('./selection/selection-bar.tsx').then((it) => it.SelectionBar), {
  name: 'What can be done with the selection',
  place: 'over',
  takesFocus: false,
});
const ExportDialog = lazyPart(() => import('./export/export-dialog.tsx').then((it) => it.ExportDialog), {
  name: 'The export',
  place: 'over',
});

const TicketShareMenu = lazyPart(
  () => import('./share/ticket-share-menu.tsx').then((it) => it.TicketShareMenu),
  { name: 'The ways to share', place: 'over' },
);

const COMMANDS: readonly Command[] = [
  {
    id: 'next',
    group: 'Move',
    label: 'Next ticket',
    keys: 'j',
    isOfOpenTicket: true,
    run: () => stepTicket(1),
  },
  {
    id: 'previous',
    group: 'Move',
    label: 'Previous ticket',
    keys: 'k',
    isOfOpenTicket: true,
    run: () => stepTicket(-1),
  },
];

/** The queue: the tickets of the view as a list, one of them open beside it. */
export function TicketsScreen() {
  const listState = useListState();
  const { list, address } = useShownList();
  const ticket = useOpenTicket();
  const selection = useSelectionState();
  const overview = useOverviewOpen();
  const [exporting, setExporting] = useState<'list' | 'selection' | null>(null);
  const selecting = selection.count > 0;
  useTellOfCleared(selection);
  const isListed = list !== null;
  useCommands(COMMANDS);
  usePageCommands();
  const opening: readonly Command[] = useMemo(
    () => [
      { id: 'overview', group: 'Show', label: 'Overview', keys: 'o', run: overview.toggle },
      {
        id: 'export',
        group: 'List',
        label: 'Export tickets',
        keys: 'e',
        // What cannot be there yet must not come by surprise later.
        run: () => isListed && setExporting('selection'),
      },
    ],
    [overview.toggle, isListed],
  );
  useCommands(opening);

  return (
    <SelectionProvider value={selection}>
      <AfterRows>
        <SelectionCommands />
        <Guarded name="The tools over the list" place="inline" identity={address}>
          <Tools overview={overview} onExport={setExporting} />
        </Guarded>
        <Guarded name="Open tickets" place="inline" identity={address}>
          <Tiles />
        </Guarded>
        {overview.open && <Overview />}
      </AfterRows>
      <div className={styles.list}>
        <Guarded name="The list" place="screen" identity={address}>
          <List roomAtEnd={selecting} />
        </Guarded>
        {selecting && (
          <SelectionBar
            onExport={() => setExporting('selection')}
            onClose={() => selection.change({ do: 'clear' })}
          >
            <Button
              onClick={() =>
                listState.updateQuery(selectedQuery(selection.selection, listState.query), {
                  screen: 'triage',
                })
              }
            >
              <Presentation aria-hidden />
              Start triage
            </Button>
          </SelectionBar>
        )}
      </div>
      {ticket !== null && <TicketDrawer id={ticket} onClose={() => listState.open(null)} />}
      {exporting !== null && isListed && (
        <ExportDialog selected={exporting === 'selection'} onClose={() => setExporting(null)} />
      )}
    </SelectionProvider>
  );
}

interface ToolsProps {
  readonly overview: OverviewOpen;
  readonly onExport: (what: 'selection') => void;
}

const Tools = memo(function Tools({ overview, onExport }: ToolsProps) {
  const listState = useListState();
  const { list } = useShownList();
  const isNarrow = useMediaQuery(NARROW);
  return (
    <Toolbar>
      <OverviewButton {...overview} />
      <AsOfNow>
        <SortMenu />
        {!isNarrow && <ColumnsButton />}
      </AsOfNow>
      <ShareButton disabled={list === null}>
        {(menu) => <TicketShareMenu {...menu} onExport={() => onExport('selection')} />}
      </ShareButton>
      <Button title="Start triage" onClick={() => listState.updateQuery({}, { screen: 'triage' })}>
        <Presentation aria-hidden />
        <span>Start triage</span>
      </Button>
    </Toolbar>
  );
});

const SelectionCommands = memo(function SelectionCommands(): null {
  useSelectionCommands(useSelection());
  return null;
});

/** The keys that turn pages: the same commands whatever the list. */
function usePageCommands(): void {
  const listState = useListState();
  const { list } = useShownList();
  const pages = list?.page.pages ?? 0;
  const turn = useStable((step: 1 | -1) => {
    const page = listState.query.page + step;
    if (page >= 1 && page <= pages) listState.goToPage(page);
  });
  const commands: readonly Command[] = useMemo(
    () => [
      { id: 'next-page', group: 'Move', label: 'Next page', keys: ']', run: () => turn(1) },
      { id: 'previous-page', group: 'Move', label: 'Previous page', keys: '[', run: () => turn(-1) },
    ],
    [turn],
  );
  useCommands(commands);
}
