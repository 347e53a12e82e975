import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Inbox, SearchX } from 'lucide-react';
import type { TicketList } from '../../contract/index.ts';
import { useIsAtLeast } from '../account/role.ts';
import { requestRefresh } from '../api/snapshot.ts';
import { activeFilters } from '../filters/active-filters.ts';
import { formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { Panel } from './panel.tsx';

const WaysOn = lazyPart(() => import('./ways-on.tsx').then((it) => it.WaysOn), {
  name: 'The ways on from this empty list',
  place: 'inline',
});

/** A list without rows, with the reason: past the end, filtered away, or nothing there at all. */
export function Empty({ list }: { readonly list: TicketList }) {
  const listState = useListState();
  const zone = useZone();
  const { page } = list;
  if (page.total > 0) {
    return (
      <Panel icon={SearchX} title={`Page ${page.number} is past the end of this list`}>
        <p>
          {formatCountOf(page.total, 'ticket')} {page.total === 1 ? 'matches' : 'match'}, on{' '}
          {formatCountOf(page.pages, 'page')}.
        </p>
        <Button onClick={() => listState.goToPage(page.pages)}>Go to the last page</Button>
      </Panel>
    );
  }
  if (activeFilters(listState.query, null, zone).length > 0) {
    return (
      <Panel icon={SearchX} title="No tickets match">
        <WaysOn list={list} />
      </Panel>
    );
  }
  return <NoTickets />;
}

/** A workspace without tickets, with the way to look again. */
function NoTickets() {
  const { workspace } = useListState();
  const mayRefresh = useIsAtLeast('member');
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => requestRefresh(workspace),
    onSettled: () => client.invalidateQueries({ queryKey: ['snapshot', workspace] }),
  });
  return (
    <Panel icon={Inbox} title="This workspace has no tickets">
      <p>QuestionPro answered, and there is nothing in it. New tickets appear here with the next refresh.</p>
      {mayRefresh && (
        <Button aria-disabled={isPending} onClick={() => isPending || mutate()}>
          Refresh now
        </Button>
      )}
      {error !== null && <p role="alert">The refresh could not be asked for: {error.message}</p>}
    </Panel>
  );
}
