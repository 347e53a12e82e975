import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { ticketsCsvHref } from '../api/tickets.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { useDesk } from '../desk/desk-context.ts';
import { Toolbar } from '../frame/toolbar.tsx';
import { Overview, OverviewButton } from '../overview/overview.tsx';
import { Tiles } from '../overview/tiles.tsx';
import { useOverviewOpen } from '../overview/use-overview-open.ts';
import { buttonClass } from '../ui/button.tsx';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { walk } from './table/focus-row.ts';
import { List } from './table/list.tsx';
import { SortMenu } from './table/sort-menu.tsx';

const TicketDrawer = lazy(() =>
  import('./drawer/ticket-drawer.tsx').then((it) => ({ default: it.TicketDrawer })),
);

const COMMANDS: readonly Command[] = [
  { id: 'next', group: 'Move', label: 'Next ticket', keys: 'j', run: () => walk(1) },
  { id: 'previous', group: 'Move', label: 'Previous ticket', keys: 'k', run: () => walk(-1) },
];

/** The queue: the tickets of the view as a list, one of them open beside it. */
export function TicketsScreen() {
  const { view, list } = useDesk();
  const narrow = useMediaQuery(NARROW);
  const pages = list?.page.pages ?? 0;
  const overview = useOverviewOpen();
  const turning: readonly Command[] = useMemo(() => {
    const { page } = view.query;
    return [
      {
        id: 'next-page',
        group: 'Move',
        label: 'Next page',
        keys: ']',
        run: () => page < pages && view.turnTo(page + 1),
      },
      {
        id: 'previous-page',
        group: 'Move',
        label: 'Previous page',
        keys: '[',
        run: () => page > 1 && view.turnTo(page - 1),
      },
    ];
  }, [view, pages]);
  const showing: readonly Command[] = useMemo(
    () => [{ id: 'overview', group: 'Show', label: 'Overview', keys: 'o', run: overview.toggle }],
    [overview.toggle],
  );
  useCommands(COMMANDS);
  useCommands(showing);
  useCommands(turning);

  return (
    <>
      <Tiles />
      <Toolbar>
        <OverviewButton {...overview} />
        {narrow && <SortMenu />}
        {list !== null && (
          <a className={buttonClass()} href={ticketsCsvHref(view.workspace, view.question)} download>
            <Download aria-hidden />
            CSV
          </a>
        )}
      </Toolbar>
      {overview.open && <Overview />}
      <List />
      <Suspense>{view.ticket !== null && <TicketDrawer id={view.ticket} />}</Suspense>
    </>
  );
}
