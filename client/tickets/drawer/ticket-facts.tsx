import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  customerLabel,
  type Person,
  personLabel,
  type Segment,
  segmentLabel,
  type Ticket,
} from '../../../contract/index.ts';
import { Missing, OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { formatExact, formatRelative, formatUtc } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import styles from './ticket-drawer.module.css';

/** All that is known of a ticket: its words first, then who and where, then when, then its references. */
export function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  return (
    <div className={styles.body}>
      <div className={styles.badges}>
        <OverdueBadge overdue={ticket.isOverdue} />
        <PriorityBadge priority={ticket.priority} />
        <StatusBadge status={ticket.status} />
        {ticket.deletedAt !== null && <strong className={styles.deleted}>Deleted</strong>}
      </div>
      <p className={styles.description} dir="auto">
        {ticket.description || <Missing word="No description" />}
      </p>
      <Facts title="Who and where">
        <Fact name="Customer">{customerLabel(ticket) ?? 'Anonymous'}</Fact>
        <Fact name="E-mail">{ticket.customerEmail}</Fact>
        <Fact name="Assignee">{personLabel(ticket.assignedUser) ?? 'Unassigned'}</Fact>
        <Fact name="Assignee’s e-mail">{emailOf(ticket.assignedUser)}</Fact>
        <Fact name="Segment">
          <Movement from={ticket.originSegment} to={ticket.currentSegment} />
        </Fact>
        <Fact name="Type">{ticket.type}</Fact>
      </Facts>
      <Facts title="When">
        <Moment name="Issued" instant={ticket.issueDate} />
        <Moment name="Created" instant={ticket.createdAt} />
        <Moment name="Updated" instant={ticket.updatedAt} />
        {ticket.deletedAt !== null && <Moment name="Deleted" instant={ticket.deletedAt} />}
      </Facts>
      <Facts title="References">
        <Fact name="Ticket">{ticket.id}</Fact>
        <Fact name="Feedback">{ticket.feedbackId}</Fact>
        <Fact name="Survey">{ticket.surveyId}</Fact>
        <Fact name="Response">{ticket.responseId}</Fact>
      </Facts>
    </div>
  );
}

function Facts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.facts}>{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children === null || children === '' ? <Missing /> : children}</dd>
    </>
  );
}

function Moment({ name, instant }: { readonly name: string; readonly instant: string | null }) {
  const zone = useZone();
  return (
    <Fact name={name}>
      {instant && (
        <>
          <time dateTime={instant}>{formatExact(instant, zone)}</time>
          <span className={styles.also}>
            {formatRelative(instant, Date.now())} · {formatUtc(instant)}
          </span>
        </>
      )}
    </Fact>
  );
}

function Movement({ from, to }: { readonly from: Segment | null; readonly to: Segment | null }) {
  const origin = nameSegment(from);
  const current = nameSegment(to);
  if (origin === current) return <bdi>{current}</bdi>;
  return (
    <>
      <bdi>{origin}</bdi> <ArrowRight aria-label="moved to" className={styles.arrow} /> <bdi>{current}</bdi>
    </>
  );
}

/** `Main Segment (S1)`. */
function nameSegment(segment: Segment | null): string {
  const label = segmentLabel(segment);
  if (segment === null || label === null) return 'No segment';
  return segment.code && segment.code !== label ? `${label} (${segment.code})` : label;
}

function emailOf(person: Person | null): string | null {
  return person?.email ?? null;
}
