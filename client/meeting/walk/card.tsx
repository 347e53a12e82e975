import { ArrowRight, ExternalLink } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import {
  ageInDays,
  customerLabel,
  personLabel,
  type Segment,
  segmentLabel,
  type Ticket,
} from '../../../contract/index.ts';
import { OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { formatDay } from '../../format/dates.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { carriedWords } from '../record/begin.ts';
import { Breakable } from './breakable.tsx';
import styles from './card.module.css';

interface CardProps {
  /** Gets the focus when another ticket is up. */
  readonly cardRef: RefObject<HTMLElement | null>;
  /** As it may be shown. */
  readonly ticket: Ticket;
  /** How many earlier meetings have not reached it. */
  readonly carried: number;
  /** The time, in epoch milliseconds. */
  readonly now: number;
  /** Its address in QuestionPro; null for none. */
  readonly link: string | null;
  /** What has become of it since. */
  readonly news: ReactNode;
  /** Where its words are, which scroll when they are long. */
  readonly words: RefObject<HTMLElement | null>;
}

/** One ticket, to be read from the back of the room. */
export function Card({ cardRef, ticket, carried, now, link, news, words }: CardProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket is read from its beginning
  useEffect(() => {
    words.current?.scrollTo({ top: 0 });
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
        <OverdueBadge overdue={ticket.isOverdue} />
        <PriorityBadge priority={ticket.priority} />
        <StatusBadge status={ticket.status} />
        {ticket.deletedAt !== null && <strong className={styles.deleted}>Deleted</strong>}
        {carried > 0 && <span className={styles.carried}>{carriedWords(carried)}</span>}
        {link !== null && (
          <a className={styles.link} href={link} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            QuestionPro
          </a>
        )}
      </header>
      {news}
      <dl className={styles.facts}>
        <Fact name="Age">
          <Age issued={ticket.issueDate} now={now} />
        </Fact>
        <Fact name="Customer">
          <Breakable text={customerLabel(ticket) ?? 'Anonymous'} />
        </Fact>
        <Fact name="Segment">
          <Movement from={ticket.originSegment} to={ticket.currentSegment} />
        </Fact>
        <Fact name="Assignee">
          <Breakable text={personLabel(ticket.assignedUser) ?? 'Unassigned'} />
        </Fact>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long words are scrolled by the keyboard, too */}
      <section ref={words} className={styles.words} aria-label="The customer’s words" tabIndex={0}>
        <p dir="auto">{ticket.description || <em>No description</em>}</p>
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

function Movement({ from, to }: { readonly from: Segment | null; readonly to: Segment | null }) {
  const [origin, current] = [nameOf(from), nameOf(to)];
  if (origin === current)
    return (
      <bdi>
        <Breakable text={current} />
      </bdi>
    );
  return (
    <>
      <bdi>
        <Breakable text={current} />
      </bdi>
      <small>
        <ArrowRight aria-hidden /> from{' '}
        <bdi>
          <Breakable text={origin} />
        </bdi>
      </small>
    </>
  );
}

function nameOf(segment: Segment | null): string {
  return segmentLabel(segment) ?? 'No segment';
}
