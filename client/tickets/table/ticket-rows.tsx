import type { AnsweredList } from '../../api/tickets.ts';
import { Loading } from '../../states/loading.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { TicketTable } from './ticket-table.tsx';

const TicketCards = lazyPart(() => import('../cards/ticket-cards.tsx').then((it) => it.TicketCards), {
  name: 'The list',
  place: 'screen',
  waiting: <Loading />,
  isUrgent: matchMedia(NARROW).matches,
});

/** The page of tickets: a table, or cards where one would not fit; on paper it always does. */
export function TicketRows({ list }: { readonly list: AnsweredList }) {
  const narrow = useMediaQuery(NARROW);
  const printing = usePrinting();
  return narrow && !printing ? <TicketCards list={list} /> : <TicketTable list={list} />;
}
