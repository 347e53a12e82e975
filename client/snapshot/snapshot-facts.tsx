import type { ReactNode, RefObject } from 'react';
import { DEFAULT_QUERY, type RefreshPlan, type SnapshotStatus } from '../../contract/index.ts';
import { useIsAtLeast } from '../account/role.ts';
import { serverNow } from '../clock/server-clock.ts';
import { formatExact, formatMoment, formatZone } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { AnchoredPopup } from '../ui/anchored-popup.tsx';
import { useDeletedCount } from '../workspace/use-deleted-count.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { describeRecording, describeStore } from './describe-recording.ts';
import { formatLimit, formatSpan } from './describe-snapshot.ts';
import { PROBLEM_MESSAGES } from './problem-messages.ts';
import { AutoUpdateSwitch, RefreshButton } from './refresh-controls.tsx';
import styles from './snapshot-facts.module.css';

interface SnapshotFactsProps {
  readonly status: SnapshotStatus;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** All details of the data, for readers who want more than the header's few words. */
export function SnapshotFacts({ status, anchor, onClose }: SnapshotFactsProps) {
  const { problem, calls, refresh, takenAt, recording } = status;
  const zone = useZone();
  const mayRefresh = useIsAtLeast('member');
  const { at } = useListState().apiQuery;
  const deleted = useDeletedCount({ ...DEFAULT_QUERY, at });
  return (
    <AnchoredPopup anchor={anchor} align="end" title="Data status" onClose={onClose}>
      <dl className={styles.facts}>
        {problem && (
          <>
            <Fact name="What happened">{problem.message}</Fact>
            <Fact name="Since">{formatExact(problem.since, zone)}</Fact>
            <Fact name="What it means">{PROBLEM_MESSAGES[problem.kind].meaning}</Fact>
            <Fact name="What comes next">{describeRetry(problem.retryAt, zone)}</Fact>
            <Fact name="What you can do">{PROBLEM_MESSAGES[problem.kind].todo}</Fact>
          </>
        )}
        <Fact name="Taken">
          {takenAt === null ? 'Nothing has been read yet' : formatExact(takenAt, zone)}
        </Fact>
        <Fact name="Time zone">
          {zone.replaceAll('_', ' ')} ({formatZone(zone, serverNow())})
        </Fact>
        <Fact name="Tickets">
          {describeExtent(status)}
          {deleted > 0 && `, ${formatCount(deleted)} of them deleted: lists and counts leave these out`}
        </Fact>
        <Fact name="Next refresh">{describeNext(status)}</Fact>
        <Fact name="Refreshes">{describeInterval(refresh)}</Fact>
        <Fact name="Changes appear">
          within {formatLimit(refresh.seenWithinSeconds)}, while somebody watches and QuestionPro answers
        </Fact>
        <Fact name="API calls per refresh">
          {refresh.price === null ? 'not known yet' : formatCount(refresh.price)}
        </Fact>
        <Fact name="Calls">
          {formatCount(calls.today)} of {formatCount(calls.perDay)} today (UTC)
          {calls.lastMinute !== undefined && `, ${formatCount(calls.lastMinute)} in the last minute`}
        </Fact>
        {recording && (
          <>
            <Fact name="Recording">{describeRecording(recording, { now: serverNow(), zone })}</Fact>
            <Fact name="Kept">{describeStore(recording)}</Fact>
            {recording.nextDailyAt !== null && (
              <Fact name="Daily read">
                {`at ${recording.dailyAt} (server’s time), even if nobody watches; next ${formatExact(recording.nextDailyAt, zone)}`}
              </Fact>
            )}
          </>
        )}
      </dl>
      <div className={styles.controls}>
        <AutoUpdateSwitch />
        {mayRefresh && <RefreshButton status={status} />}
      </div>
    </AnchoredPopup>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function describeNext({ state, nextRefreshAt }: SnapshotStatus): string {
  if (state === 'loading' || state === 'refreshing') return 'under way';
  if (nextRefreshAt === null) return 'none planned';
  const seconds = Math.ceil((Date.parse(nextRefreshAt) - serverNow()) / 1000);
  return seconds <= 1 ? 'now' : `in ${formatSpan(seconds)}`;
}

function describeRetry(retryAt: string | null, zone: string): string {
  if (retryAt === null) return 'No more calls are made until someone asks for a refresh.';
  return `Loopdesk tries again by itself, next at ${formatMoment(retryAt, serverNow(), zone)}.`;
}

function describeExtent({ whole, loaded, total }: SnapshotStatus): string {
  if (loaded === 0 && !whole) return 'none yet';
  if (whole) return `all ${formatCount(loaded)}`;
  if (total === null) return `${formatCount(loaded)}: QuestionPro does not say how many there are`;
  if (loaded >= total) return `${formatCount(loaded)}, some of them older than the rest`;
  return `${formatCount(loaded)} of ${formatCount(total)}: lists and counts lack the others`;
}

const REASONS: Readonly<Record<RefreshPlan['reason'], string>> = {
  configured: 'as configured',
  budget: 'so that today’s calls last until midnight UTC',
  'read-time': 'because one read takes that long',
};

function describeInterval({ everySeconds, reason }: RefreshPlan): string {
  return `every ${formatSpan(everySeconds)} while somebody watches, ${REASONS[reason]}`;
}
