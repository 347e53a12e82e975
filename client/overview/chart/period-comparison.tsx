import { DEFAULT_QUERY, type SnapshotStatus, type TicketQuery } from '../../../contract/index.ts';
import { summaryQuery } from '../../api/summary.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import styles from './chart.module.css';
import { isTimeless } from './issued-query.ts';
import { comparePeriods, knownSince, periodBefore } from './period-before.ts';

interface PeriodComparisonProps {
  /** Tickets that the chart counts, and their number. */
  readonly query: TicketQuery;
  readonly count: number;
  readonly snapshot: SnapshotStatus;
}

/**
 * The chosen period beside the one before it. Nothing while a ticket may be missing from either: after a partial read,
 * or where the period before is older than what is known.
 */
export function PeriodComparison({ query, count, snapshot: { takenAt, whole } }: PeriodComparisonProps) {
  const { workspace } = useListState();
  const zone = useZone();
  const period = takenAt === null ? null : periodBefore(query, { now: Date.parse(takenAt), zone });
  const enabled = period !== null && whole && query.at !== null && isTimeless(query);
  const all = useSteadyQuery({
    ...summaryQuery(workspace, { ...DEFAULT_QUERY, at: query.at }, { by: ['issued'], zone }),
    enabled,
  });
  const before = useSteadyQuery({
    ...summaryQuery(workspace, { ...query, ...datesOf(period) }, { by: ['overdue'], zone: 'UTC' }),
    enabled,
  });
  if (!enabled || !all.data || !before.data || all.isStale || before.isStale) return null;
  if (knownSince(all.data) > period.from) return null;
  const { issuedFrom, issuedTo } = datesOf(period);
  return (
    <span
      className={styles.comparison}
      title={`Compared with ${formatExact(issuedFrom, zone)} to ${formatExact(issuedTo, zone)}`}
    >
      {comparePeriods(count, before.data.total.count, period.days)}
    </span>
  );
}

function datesOf(period: ReturnType<typeof periodBefore>) {
  const { from, to } = period ?? { from: 0, to: 0 };
  return { issuedFrom: new Date(from).toISOString(), issuedTo: new Date(to).toISOString() };
}
