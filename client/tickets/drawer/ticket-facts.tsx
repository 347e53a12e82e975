import { ArrowRight, Trash2 } from 'lucide-react';
import { type Segment, segmentLabel, segmentValue, type Ticket } from '../../../contract/index.ts';
import { Missing, OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { serverNow } from '../../clock/server-clock.ts';
import { formatDay, formatZone } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { useShownList } from '../../workspace/workspace-context.ts';
import { ageLabel } from './age-label.ts';
import { CopyButton } from './copying.tsx';
import { CustomerTickets } from './customer-tickets.tsx';
import { Description } from './description.tsx';
import { Fact, Facts, TextFact } from './facts.tsx';
import { Moment } from './moment.tsx';
import { NewsMark } from './news-mark.tsx';
import { Assignee, Customer } from './people.tsx';
import styles from './ticket-facts.module.css';

/** All that is known of a ticket: how urgent, its words, who and where, when, the customer's others, references. */
export function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  return (
    <>
      <Urgency ticket={ticket} />
      <Description key={ticket.id} text={ticket.description} />
      <Facts title="People and segments">
        <Assignee ticket={ticket} />
        <Customer ticket={ticket} />
        <Places ticket={ticket} />
        <TextFact name="Type" value={ticket.type} />
      </Facts>
      <Facts title="When" note={<ZoneNote />}>
        <Moment name="Issued" instant={ticket.issueDate} />
        <Moment name="Created" instant={ticket.createdAt} />
        <Moment name="Updated" instant={ticket.updatedAt} />
        {ticket.deletedAt !== null && <Moment name="Deleted" instant={ticket.deletedAt} />}
      </Facts>
      <CustomerTickets ticket={ticket} />
      <Facts title="References" short>
        <TextFact name="Ticket" value={ticket.id} />
        <TextFact name="Feedback" value={ticket.feedbackId} />
        <TextFact name="Survey" value={ticket.surveyId} />
        <TextFact name="Response" value={ticket.responseId} />
      </Facts>
    </>
  );
}

function Urgency({ ticket }: { readonly ticket: Ticket }) {
  const { list } = useShownList();
  const zone = useZone();
  const takenAt = list?.snapshot.takenAt;
  return (
    <div className={styles.urgency}>
      <OverdueBadge overdue={ticket.isOverdue} />
      <PriorityBadge priority={ticket.priority} />
      <StatusBadge status={ticket.status} />
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

/** The ticket's segment, and the one where it began if that was another. */
function Places({ ticket: { originSegment, currentSegment } }: { readonly ticket: Ticket }) {
  const moved = segmentValue(originSegment) !== segmentValue(currentSegment);
  return (
    <Fact name="Segment">
      {moved && (
        <span className={styles.origin}>
          <SegmentFact name="Origin" segment={originSegment} />
          <ArrowRight aria-label="moved to" />
        </span>
      )}
      <SegmentFact name="Segment" segment={currentSegment} />
    </Fact>
  );
}

function SegmentFact({ name, segment }: { readonly name: string; readonly segment: Segment | null }) {
  const text = nameSegment(segment);
  return text === null ? <Missing word="No segment" /> : <CopyButton name={name} text={text} />;
}

/** `Main Segment (S1)`. */
function nameSegment(segment: Segment | null): string | null {
  const label = segmentLabel(segment);
  if (segment === null || label === null) return null;
  return segment.code && segment.code !== label ? `${label} (${segment.code})` : label;
}
