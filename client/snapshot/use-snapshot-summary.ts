import type { SnapshotStatus } from '../../contract/index.ts';
import { describeFailure } from '../api/describe-failure.ts';
import { useServerNow } from '../clock/use-server-now.ts';
import { useZone } from '../settings/settings.ts';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import { describeSnapshot, type SnapshotSummary } from './describe-snapshot.ts';

/** Summary of the data's state, each second as of now. */
export function useSnapshotSummary(status: SnapshotStatus): SnapshotSummary & { readonly now: number } {
  const outage = useOutage();
  const { error } = useShownList();
  const now = useServerNow(1000);
  const zone = useZone();
  const failure = outage && {
    sentence: sentenceOf(outage.error),
    list: error !== null ? null : outage.previous ? ('previous' as const) : ('last' as const),
  };
  return { ...describeSnapshot(status, { now, zone }, failure), now };
}

function sentenceOf(error: Error): string {
  return navigator.onLine ? describeFailure(error) : 'This device is offline.';
}
