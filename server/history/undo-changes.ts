import type { BucketFlows } from './bucket-flows.ts';
import { EXCLUDED, failsBeside } from './fail-masks.ts';
import type { PastStates } from './past-states.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { placeOf } from './ticket-state.ts';

/** The parts that changes are counted with. */
interface UndoOptions {
  readonly history: RecordedHistory;
  readonly states: PastStates;
  readonly bounds: Float64Array;
  readonly flows: BucketFlows;
}

/** Is told of each resolution, once its ticket is as it was before. */
type OnResolved = (bucket: number, ticket: number, at: number) => void;

/**
 * Undoes all changes since the first bucket began, the newest first, and counts them. The filters ask for the state just
 * before: without any of the changes that the same read saw happen to the ticket at the same instant.
 */
export function undoChanges({ history, states, bounds, flows }: UndoOptions, onResolved: OnResolved): void {
  const { log } = history;
  const tickets = log.ticket.all();
  const fields = log.field.all();
  const from = log.from.all();
  const to = log.to.all();
  const at = log.at.all();
  const notBefore = log.notBefore.all();
  const { masks } = states;
  const buckets = bounds.length - 1;
  const count = changeCounter(history, flows);
  const start = bounds[0] as number;
  let bucket = buckets;
  for (let last = log.count - 1; last >= 0 && (at[last] as number) >= start; last--) {
    const ticket = tickets[last] as number;
    if (((masks[ticket] as number) & EXCLUDED) !== 0) continue;
    const instant = at[last] as number;
    while ((bounds[bucket] as number) > instant) bucket--;
    const mask = masks[ticket] as number;
    const group = states.groupOf(ticket);
    let first = last + 1;
    do {
      first--;
      states.undo(ticket, fields[first] as number, from[first] as number);
    } while (
      first > 0 &&
      tickets[first - 1] === ticket &&
      at[first - 1] === instant &&
      notBefore[first - 1] === notBefore[first] &&
      (fields[first - 1] as number) < (fields[first] as number)
    );
    const before = masks[ticket] as number;
    for (let change = first; bucket < buckets && change <= last; change++) {
      const isResolved = count(
        fields[change] as number,
        from[change] as number,
        to[change] as number,
        before,
        bucket,
      );
      if (isResolved) onResolved(bucket, ticket, instant);
    }
    states.settle(ticket, mask, group, instant);
    last = first;
  }
}

/** Counts a change of a ticket that had these bits before, and tells whether it is a resolution that counts. */
function changeCounter({ values }: RecordedHistory, flows: BucketFlows) {
  const none = -1;
  const resolved = values.codeOf('status', 'RESOLVED') ?? none;
  const escalated = values.codeOf('status', 'ESCALATED') ?? none;
  const overdue = values.codeOf('overdue', 'true') ?? none;
  const [status, overdueness, segment] = [placeOf('status'), placeOf('overdue'), placeOf('segment')];
  const besideStatus = failsBeside('status');
  const besideOverdue = failsBeside('overdue');
  const besideSegment = failsBeside('segment');

  function countStatus(from: number, to: number, bucket: number): boolean {
    if (to === escalated) (flows.escalated[bucket] as number)++;
    if (from === resolved) (flows.reopened[bucket] as number)++;
    if (to === resolved) (flows.resolved[bucket] as number)++;
    return to === resolved;
  }

  return (place: number, from: number, to: number, before: number, bucket: number): boolean => {
    if (place === status) return (before & besideStatus) === 0 && countStatus(from, to, bucket);
    if (place === overdueness) {
      if (to === overdue && (before & besideOverdue) === 0) (flows.becameOverdue[bucket] as number)++;
    } else if (place === segment && (before & besideSegment) === 0) {
      (flows.moved[bucket] as number)++;
    }
    return false;
  };
}
