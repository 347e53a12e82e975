import type { MouseEvent } from 'react';
import type { Marks, Ticket } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { useDesk } from '../../desk/desk-context.ts';
import styles from './table.module.css';

/** The ticket's number, as a link to its own address: a click opens the drawer, a middle click a tab. */
export function TicketLink({ ticket }: { readonly ticket: Ticket }) {
  const { view, list } = useDesk();
  const mark = markOf(ticket.id, list?.marks);
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    view.open(ticket.id);
  };
  return (
    <>
      <a
        className={styles.id}
        href={formatAddress(view.workspace, view.query, { item: ticket.id })}
        data-ticket={ticket.id}
        onClick={open}
      >
        {ticket.id}
      </a>
      {mark && (
        <>
          {' '}
          <span className={styles.mark}>{mark}</span>
        </>
      )}
    </>
  );
}

/** What newer data has done to a ticket that is shown now. */
function markOf(id: number, marks: Marks | undefined): string | null {
  if (marks?.added.includes(id)) return 'New';
  return marks?.changed.includes(id) ? 'Changed' : null;
}
