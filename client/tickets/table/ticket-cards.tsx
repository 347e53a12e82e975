import { customerLabel, personLabel, segmentLabel, type Ticket } from '../../../contract/index.ts';
import { OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { useDesk } from '../../desk/desk-context.ts';
import { formatAge } from '../../format/dates.ts';
import { classes } from '../../ui/classes.ts';
import styles from './cards.module.css';
import { TicketLink } from './ticket-link.tsx';

/** The page of tickets where a table would not fit. */
export function TicketCards({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { turning } = useDesk();
  return (
    <ul className={styles.cards} aria-label="Tickets" aria-busy={turning}>
      {tickets.map((ticket) => (
        <Card key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}

function Card({ ticket }: { readonly ticket: Ticket }) {
  const { view, list } = useDesk();
  const takenAt = list?.snapshot.takenAt;
  return (
    // The link within is the control; the card is only a larger target for a finger.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the link
    <li
      className={classes(styles.card, ticket.isOverdue && styles.late)}
      data-selected={ticket.id === view.ticket}
      onClick={() => view.open(ticket.id)}
    >
      <div className={styles.badges}>
        <OverdueBadge overdue={ticket.isOverdue} />
        <PriorityBadge priority={ticket.priority} />
        <StatusBadge status={ticket.status} />
        <span className={styles.age}>
          {ticket.issueDate && takenAt ? formatAge(ticket.issueDate, Date.parse(takenAt)) : null}
        </span>
      </div>
      <p className={styles.text} dir="auto">
        {ticket.description?.trim().slice(0, 300) || 'No description'}
      </p>
      <p className={styles.who}>
        <TicketLink ticket={ticket} />
        <bdi>{customerLabel(ticket) ?? 'Anonymous'}</bdi>
        <bdi>{personLabel(ticket.assignedUser) ?? 'Unassigned'}</bdi>
        <bdi>{segmentLabel(ticket.currentSegment) ?? 'No segment'}</bdi>
      </p>
    </li>
  );
}
