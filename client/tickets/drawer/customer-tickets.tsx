import type { MouseEvent } from 'react';
import { customerLabel, shorten, type Ticket } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { describeFailure } from '../../api/describe-failure.ts';
import { TicketBadges } from '../../badges/ticket-badges.tsx';
import { NO_FILTERS } from '../../filters/change-filters.ts';
import { formatAge } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { FailedLine } from '../../ui/failed-line.tsx';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import styles from './customer-tickets.module.css';
import { SectionHead } from './facts.tsx';
import { type OtherTickets, useCustomerTickets } from './use-customer-tickets.ts';

/** The tallest text that a line of this section can show, in characters. */
const FIRST_WORDS = 160;

/** The same customer's other tickets. */
export function CustomerTickets({ ticket }: { readonly ticket: Ticket }) {
  const { customer, result } = useCustomerTickets(ticket);
  return (
    <section className={styles.section}>
      <SectionHead
        title="This customer’s other tickets"
        note={customer && customer.others > 0 && <Count found={customer} />}
      />
      {customerLabel(ticket) === null ? (
        <p className={styles.note}>
          The customer is anonymous: there is no name and no e-mail to find others by.
        </p>
      ) : customer !== undefined ? (
        <Rows ticket={ticket} found={customer} />
      ) : result.error === null ? (
        <Skeleton />
      ) : (
        <FailedLine message={`They could not be loaded. ${describeFailure(result.error)}`} {...result} />
      )}
    </section>
  );
}

function Count({ found: { others, open } }: { readonly found: OtherTickets }) {
  return (
    <span>
      {formatCountOf(others, 'other')}, {open === 0 ? 'none open' : `${formatCount(open)} open`}
    </span>
  );
}

function Rows({ ticket, found }: { readonly ticket: Ticket; readonly found: OtherTickets }) {
  const listState = useListState();
  const byName = ticket.customerEmail === null || ticket.customerEmail.trim() === '';
  return (
    <>
      <ul className={styles.rows}>
        {found.tickets.map((other) => (
          <Row key={other.id} ticket={other} />
        ))}
      </ul>
      {found.others === 0 ? (
        <p className={styles.note}>This is the only one.</p>
      ) : (
        <Button onClick={() => listState.updateQuery({ ...NO_FILTERS, customerOf: ticket.id })}>
          Show all {formatCount(found.all)} in the list
        </Button>
      )}
      {byName && (
        <p className={styles.note}>Found by the name alone: namesakes without an e-mail are among them.</p>
      )}
    </>
  );
}

function Row({ ticket }: { readonly ticket: Ticket }) {
  const listState = useListState();
  const { list } = useShownList();
  const takenAt = list?.snapshot.takenAt;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    listState.open(ticket.id);
  };
  return (
    <li>
      <a
        className={styles.row}
        href={formatAddress(listState.workspace, listState.query, { item: ticket.id })}
        onClick={open}
      >
        <span className={styles.id}>{ticket.id}</span>
        <TicketBadges ticket={ticket} />
        <span className={styles.age}>
          {ticket.issueDate && takenAt ? formatAge(ticket.issueDate, Date.parse(takenAt)) : null}
        </span>
        <span className={styles.words} dir="auto">
          {shorten(ticket.description?.trim() ?? '', FIRST_WORDS) || 'No description'}
        </span>
      </a>
    </li>
  );
}

/** Of the shape of a customer with two others. */
function Skeleton() {
  return (
    <div role="status" aria-label="Looking for the customer’s other tickets">
      <div className={styles.ghost} />
      <div className={styles.ghost} />
    </div>
  );
}
