import { Trash2 } from 'lucide-react';
import type { Ticket } from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { TicketBadges } from '../../badges/ticket-badges.tsx';
import { serverNow } from '../../clock/server-clock.ts';
import { formatDay, formatZone } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';
import { ageLabel } from './age-label.ts';
import { CustomerTickets } from './customer-tickets.tsx';
import { Description } from './description.tsx';
import { Facts } from './facts.tsx';
import { SectionFacts } from './field-fact.tsx';
import { NewsMark } from './news-mark.tsx';
import styles from './ticket-facts.module.css';

const TicketTimeline = lazyPart(
  () => import('./history/ticket-timeline.tsx').then((it) => it.TicketTimeline),
  { name: 'The ticket’s history', place: 'inline', identity: ({ ticket }) => ticket.id },
);

/**
 * All that is known of a ticket: how urgent, its words, who and where, when, references; then the customer's others
 * and its history, which come late and so push nothing down.
 */
export function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  const seesCustomers = useSeesCustomers();
  return (
    <>
      <Urgency ticket={ticket} />
      {seesCustomers && <Description key={ticket.id} text={ticket.description} />}
      <Facts title="People and segments">
        <SectionFacts section="people" ticket={ticket} />
      </Facts>
      <Facts title="When" note={<ZoneNote />}>
        <SectionFacts section="dates" ticket={ticket} />
      </Facts>
      <Facts title="References" short>
        <SectionFacts section="references" ticket={ticket} />
      </Facts>
      {/* Last, and one after the other: however much comes, nothing that is in sight moves. */}
      {seesCustomers && <CustomerTickets ticket={ticket} />}
      <TicketTimeline ticket={ticket} />
    </>
  );
}

function Urgency({ ticket }: { readonly ticket: Ticket }) {
  const { list } = useShownList();
  const zone = useZone();
  const takenAt = list?.snapshot.takenAt;
  return (
    <div className={styles.urgency}>
      <TicketBadges ticket={ticket} />
      {ticket.issueDate !== null && takenAt && (
        <span className={styles.age}>{ageLabel(ticket.issueDate, Date.parse(takenAt))} old</span>
      )}
      <NewsMark ticket={ticket} />
      {ticket.deletedAt !== null && (
        <strong className={styles.deleted}>
          <Trash2 aria-hidden />
          Deleted on {formatDay(ticket.deletedAt, zone)}
        </strong>
      )}
    </div>
  );
}

/** Local times and days depend on it, so it is named where they are. */
function ZoneNote() {
  const zone = useZone();
  const short = formatZone(zone, serverNow());
  return <span>Time zone: {zone === short ? zone : `${zone.replaceAll('_', ' ')} (${short})`}</span>;
}
