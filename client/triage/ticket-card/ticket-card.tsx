import { ArrowRight, ExternalLink } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import {
  ageInDays,
  type FieldKey,
  fieldOf,
  isDeleted,
  isPersonal,
  labelReader,
  type Ticket,
} from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { TicketBadges } from '../../badges/ticket-badges.tsx';
import { formatDay } from '../../format/dates.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { carriedOverLabel } from '../model/carried-over-label.ts';
import { BreakableText } from './breakable-text.tsx';
import styles from './ticket-card.module.css';

interface TicketCardProps {
  /** Gets the focus when the ticket changes. */
  readonly cardRef: RefObject<HTMLElement | null>;
  /** The ticket with names masked if wanted. */
  readonly ticket: Ticket;
  /** The number of earlier meetings that did not review it. */
  readonly carriedOver: number;
  /** The time, in epoch milliseconds. */
  readonly now: number;
  /** Its address in QuestionPro; null for none. */
  readonly link: string | null;
  /** Changes since the copy was taken. */
  readonly updates: ReactNode;
  /** The description's element, which scrolls when it is long. */
  readonly text: RefObject<HTMLElement | null>;
}

/** The fields that a room needs, beside the badges and the customer's words. */
const FACTS = ['age', 'customer', 'segment', 'assignee'] as const;

/** The current ticket, readable from the back of a room. */
export function TicketCard({ cardRef, ticket, carriedOver, now, link, updates, text }: TicketCardProps) {
  const seesCustomers = useSeesCustomers();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket is read from its beginning
  useEffect(() => {
    text.current?.scrollTo({ top: 0 });
  }, [ticket.id]);
  return (
    <article
      ref={cardRef}
      tabIndex={-1}
      className={styles.card}
      data-distance="far"
      data-printed
      aria-label={`Ticket ${ticket.id}`}
    >
      <header className={styles.head}>
        <h2 className={styles.id}>{ticket.id}</h2>
        <TicketBadges ticket={ticket} />
        {isDeleted(ticket) && <strong className={styles.deleted}>Deleted</strong>}
        {carriedOver > 0 && <span className={styles.carriedOver}>{carriedOverLabel(carriedOver)}</span>}
        {link !== null && (
          <a className={styles.link} href={link} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            QuestionPro
          </a>
        )}
      </header>
      {updates}
      <dl className={styles.facts}>
        {FACTS.filter((key) => seesCustomers || !isPersonal(key)).map((key) => (
          <Fact key={key} name={fieldTitle(key)}>
            <FactValue field={key} ticket={ticket} now={now} />
          </Fact>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long texts are scrolled by the keyboard, too */}
      <section ref={text} className={styles.text} aria-label="The customer’s words" tabIndex={0}>
        <p dir="auto">{ticket.description || (seesCustomers && <em>No description</em>)}</p>
      </section>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

interface FactValueProps {
  readonly field: (typeof FACTS)[number];
  readonly ticket: Ticket;
  readonly now: number;
}

function FactValue({ field, ticket, now }: FactValueProps) {
  const { kind, of } = fieldOf(field);
  if (kind === 'age') return <Age issued={ticket[of] as string | null} now={now} />;
  if (kind === 'segment') return <SegmentHandoff ticket={ticket} />;
  return <BreakableText text={labelOf(field, ticket)} />;
}

function Age({ issued, now }: { readonly issued: string | null; readonly now: number }) {
  const zone = useZone();
  if (issued === null) return 'unknown';
  const days = ageInDays(Date.parse(issued), now);
  const hours = Math.max(0, Math.trunc((now - Date.parse(issued)) / 3_600_000));
  return (
    <>
      {days >= 1 ? formatCountOf(days, 'day') : formatCountOf(hours, 'hour')}
      <small>since {formatDay(issued, zone)}</small>
    </>
  );
}

function SegmentHandoff({ ticket }: { readonly ticket: Ticket }) {
  const [origin, current] = [labelOf('originSegment', ticket), labelOf('segment', ticket)];
  return (
    <>
      <bdi>
        <BreakableText text={current} />
      </bdi>
      {origin !== current && (
        <small>
          <ArrowRight aria-hidden /> from{' '}
          <bdi>
            <BreakableText text={origin} />
          </bdi>
        </small>
      )}
    </>
  );
}

function labelOf(field: FieldKey, ticket: Ticket): string {
  return labelReader(field)(ticket, 0) ?? fieldOf(field).none ?? 'Anonymous';
}
