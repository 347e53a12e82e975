import type { AnsweredList } from '../../api/tickets.ts';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { TicketCards } from '../cards/ticket-cards.tsx';
import { TicketTable } from './ticket-table.tsx';

/** The page of tickets: a table, or cards where one would not fit; on paper it always does. */
export function TicketRows({ list }: { readonly list: AnsweredList }) {
  const narrow = useMediaQuery(NARROW);
  const printing = usePrinting();
  return narrow && !printing ? <TicketCards list={list} /> : <TicketTable list={list} />;
}
