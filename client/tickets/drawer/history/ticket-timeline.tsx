import { ArrowRight } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { HistoryEntry, Ticket, TicketHistory } from '../../../../contract/index.ts';
import { describeFailure } from '../../../api/describe-failure.ts';
import { ApiProblem } from '../../../api/request.ts';
import { ticketHistoryQuery } from '../../../api/ticket-history.ts';
import { useSteadyQuery } from '../../../api/use-steady-query.ts';
import type { Command } from '../../../commands/command.ts';
import { useCommands } from '../../../commands/registry.ts';
import { formatExact } from '../../../format/dates.ts';
import { formatCountOf } from '../../../format/numbers.ts';
import { useZone } from '../../../settings/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { FailedLine } from '../../../ui/failed-line.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useListState, useShownList } from '../../../workspace/workspace-context.ts';
import { SectionHead } from '../facts.tsx';
import { useIsCustomerSettled } from '../use-customer-tickets.ts';
import { eventOf, type HistoryStep, stepsOf, summaryOf, valuesOf } from './history-texts.ts';
import styles from './ticket-timeline.module.css';

/** Steps that are shown at first. */
const FIRST = 6;

const NOTHING_YET = 'Nothing is recorded yet: changes show here from the next read on.';

/** Whether no read that is remembered has had the ticket. */
function isUnrecorded(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.code === 'unknown-ticket';
}

/** The recorded history of a ticket: its changes, the newest first, each between the reads that enclose it. */
export function TicketTimeline({ ticket }: { readonly ticket: Ticket }) {
  const { workspace } = useListState();
  const { list } = useShownList();
  const zone = useZone();
  const query = ticketHistoryQuery(workspace, ticket.id, list?.snapshot.number ?? null);
  const result = useSteadyQuery(query, { keep: false });
  const { data, error } = result;
  const isPlaceKnown = useIsCustomerSettled(ticket);
  const section = useRef<HTMLElement>(null);
  useCommands(useMemo(() => historyCommands(section), []));
  // What stands above it would push it down when it comes.
  if (!isPlaceKnown) return null;
  return (
    <section ref={section} className={styles.section} aria-label="History" tabIndex={-1}>
      <SectionHead title="History" note={data && <span>{summaryOf(data, ticket, zone)}</span>} />
      {data !== undefined ? (
        <Steps key={ticket.id} history={data} />
      ) : error !== null && isUnrecorded(error) ? (
        <p className={styles.note}>{NOTHING_YET}</p>
      ) : error === null ? (
        <TimelinePlace />
      ) : (
        <FailedLine message={`It could not be loaded. ${describeFailure(error)}`} {...result} />
      )}
    </section>
  );
}

function historyCommands(section: RefObject<HTMLElement | null>): readonly Command[] {
  const show = () => {
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  };
  return [
    { id: 'ticket-history', group: 'Ticket', label: 'History', keys: 'h', isOfOpenTicket: true, run: show },
  ];
}

function Steps({ history }: { readonly history: TicketHistory }) {
  const zone = useZone();
  const [isWhole, setIsWhole] = useState(false);
  const { recordedSince } = history;
  if (recordedSince === null) {
    return <p className={styles.note}>{NOTHING_YET}</p>;
  }
  const steps = stepsOf(history, zone);
  const later = steps.length - FIRST;
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Step key={step.key} step={step} isLater={!isWhole && index >= FIRST} />
        ))}
      </ol>
      {!isWhole && later > 0 && (
        <Button variant="plain" onClick={() => setIsWhole(true)}>
          Show {formatCountOf(later, 'earlier change')}
        </Button>
      )}
      <p className={styles.note}>
        {steps.length === 0 && 'No change so far. '}Recorded since {formatExact(recordedSince, zone)}
        {': what happened before is not known.'}
      </p>
    </>
  );
}

function Step({ step, isLater }: { readonly step: HistoryStep; readonly isLater: boolean }) {
  return (
    <li className={styles.step} data-later={isLater}>
      <p className={styles.when}>{step.when}</p>
      {step.changes.map((change) => (
        <Change key={change.field} change={change} />
      ))}
    </li>
  );
}

function Change({ change }: { readonly change: HistoryEntry }) {
  const event = eventOf(change);
  if (event !== null) {
    return (
      <p className={styles.event} data-late={change.field === 'overdue' && change.to === 'true'}>
        {event}
      </p>
    );
  }
  const { title, from, to } = valuesOf(change);
  return (
    <p className={styles.change}>
      <span className={styles.field}>{title}</span>
      <bdi className={styles.from}>{from}</bdi>
      <ArrowRight aria-hidden />
      <VisuallyHidden>to</VisuallyHidden>
      <bdi>{to}</bdi>
    </p>
  );
}

/** The place of a history that is on its way. */
function TimelinePlace() {
  return (
    <div role="status" aria-label="Loading the ticket’s history">
      <div className={styles.ghost} />
    </div>
  );
}
