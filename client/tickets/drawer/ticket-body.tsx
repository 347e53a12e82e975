import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { maskTicket } from '../../../contract/index.ts';
import { describeFailure } from '../../api/describe-failure.ts';
import { ApiProblem } from '../../api/request.ts';
import { ticketQuery } from '../../api/ticket.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { NO_FILTERS } from '../../filters/change-filters.ts';
import { useSettings } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { FailedLine } from '../../ui/failed-line.tsx';
import { useListState, useShownList, useSnapshotStatus } from '../../workspace/workspace-context.ts';
import { TicketSkeleton } from './skeleton.tsx';
import styles from './ticket-body.module.css';
import { TicketFacts } from './ticket-facts.tsx';

/** The ticket's details, or the reason why they can't be shown. Each ticket starts at the top. */
export function TicketBody({ id }: { readonly id: number }) {
  const scroller = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket is what makes it scroll
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [id]);

  return (
    <div ref={scroller} className={styles.body}>
      <Content id={id} />
    </div>
  );
}

function Content({ id }: { readonly id: number }) {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const listed = list?.tickets.find((ticket) => ticket.id === id);
  // A ticket of the page on screen is shown as the list shows it; a deep link asks for its own.
  const result = useSteadyQuery(
    { ...ticketQuery(listState.workspace, id), enabled: listed === undefined },
    { keep: false },
  );
  const { data, error } = result;
  useRetryOnNewData(error !== null && isUnknown(error), result.retry);
  const { masked } = useSettings();
  const ticket = listed ?? (data && masked ? maskTicket(data) : data);
  if (ticket) {
    return (
      <>
        {listed === undefined && list !== null && !isStale && <Away id={id} />}
        <TicketFacts ticket={ticket} />
      </>
    );
  }
  if (error !== null && isUnknown(error)) {
    return (
      <p className={styles.note}>There is no ticket {id} in this workspace. It may have been removed.</p>
    );
  }
  if (error) {
    return <FailedLine message={`Ticket ${id} could not be loaded. ${describeFailure(error)}`} {...result} />;
  }
  return <TicketSkeleton id={id} />;
}

function isUnknown(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.code === 'unknown-ticket';
}

/** Asks again with each newer data whether a ticket is there by now. */
function useRetryOnNewData(isMissing: boolean, retry: () => void): void {
  const newest = useSnapshotStatus()?.newest;
  const again = useEffectEvent(retry);
  const [seen, setSeen] = useState(newest);
  useEffect(() => {
    if (newest === seen) return;
    setSeen(newest);
    if (isMissing) again();
  }, [newest, seen, isMissing]);
}

/** A link may open a ticket over a list that has it elsewhere, or not at all. */
function Away({ id }: { readonly id: number }) {
  const listState = useListState();
  return (
    <div className={styles.away}>
      <p>Not on this page of the list.</p>
      <Button onClick={() => listState.updateQuery({ ...NO_FILTERS, ids: [id], deleted: 'include' })}>
        Show it in the list
      </Button>
    </div>
  );
}
