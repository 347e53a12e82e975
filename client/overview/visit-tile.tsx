import { CheckCheck, History } from 'lucide-react';
import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { useServerNow } from '../clock/use-server-now.ts';
import { withFilters } from '../filters/with-filters.ts';
import { formatMoment } from '../format/dates.ts';
import { useZone } from '../settings/settings.ts';
import { IconButton } from '../ui/button.tsx';
import { useLastVisit, useListState, useShownList } from '../workspace/workspace-context.ts';
import { Tile } from './tile.tsx';
import styles from './tiles.module.css';

/** Interval between checks for a new day, in milliseconds. */
const CHECK_INTERVAL = 60_000;

/** Tile for the tickets new or changed since this reader's last visit, which was at `since`. */
export function VisitTile({ since }: { readonly since: string }) {
  const listState = useListState();
  const { isStale } = useShownList();
  const lastVisit = useLastVisit();
  const zone = useZone();
  const now = useServerNow(CHECK_INTERVAL);
  const on = listState.query.changedSince === since;
  const changed = withFilters(listState.apiQuery, { changedSince: since });
  // The key does not matter: the total counts all that match.
  const { data, isStale: isCountStale } = useSteadyQuery(
    summaryQuery(listState.workspace, changed, { by: ['overdue'], zone: 'UTC' }),
  );
  const markSeen = () => {
    lastVisit.markSeen();
    if (listState.query.changedSince !== null) listState.updateQuery({ changedSince: null });
  };
  return (
    <div className={styles.visit} data-stale={isStale || isCountStale}>
      <Tile
        icon={History}
        label="New or changed"
        note={`since ${formatMoment(since, now, zone)}`}
        title={`Tickets new or changed since your last visit, ${formatMoment(since, now, zone)}`}
        count={data?.total.count ?? null}
        tone="plain"
        on={on}
        onSwitch={() => listState.updateQuery({ changedSince: on ? null : since })}
      />
      <IconButton label="Mark all as seen" onClick={markSeen}>
        <CheckCheck aria-hidden />
      </IconButton>
    </div>
  );
}
