import { CheckCheck, History } from 'lucide-react';
import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { useServerNow } from '../clock/use-server-now.ts';
import { useDesk } from '../desk/desk-context.ts';
import { narrow } from '../filters/narrow.ts';
import { formatMoment } from '../format/dates.ts';
import { useZone } from '../settings/settings.ts';
import { IconButton } from '../ui/button.tsx';
import { Tile } from './tile.tsx';
import styles from './tiles.module.css';

/** How often "today" is looked at, in milliseconds. */
const LOOK = 60_000;

/** What has happened since this reader's last visit, which was at `since`. */
export function VisitTile({ since }: { readonly since: string }) {
  const { view, turning, lastVisit } = useDesk();
  const zone = useZone();
  const now = useServerNow(LOOK);
  const on = view.query.changedSince === since;
  const changed = narrow(view.question, { changedSince: since });
  // By what they are counted does not matter: the total is all that match.
  const { data, isStale } = useSteadyQuery(
    summaryQuery(view.workspace, changed, { by: ['overdue'], zone: 'UTC' }),
  );
  const markSeen = () => {
    lastVisit.markSeen();
    if (view.query.changedSince !== null) view.ask({ changedSince: null });
  };
  return (
    <div className={styles.visit} data-turning={turning || isStale}>
      <Tile
        icon={History}
        label="New or changed"
        note={`since ${formatMoment(since, now, zone)}`}
        count={data?.total.count ?? null}
        tone="changed"
        on={on}
        onSwitch={() => view.ask({ changedSince: on ? null : since })}
      />
      <IconButton className={styles.seen} label="Mark all as seen" onClick={markSeen}>
        <CheckCheck aria-hidden />
      </IconButton>
    </div>
  );
}
