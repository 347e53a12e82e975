import { AlarmClock, CalendarPlus, ChevronsUp, type LucideIcon, Siren, UserRoundX } from 'lucide-react';
import { memo, useId } from 'react';
import { PRESSING_FILTERS, type PressingFilter } from '../filters/pressing-filters.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useLastVisit, useListState } from '../workspace/workspace-context.ts';
import { Tile } from './tile.tsx';
import { isTileOn, switchTile, tileCount } from './tile-filters.ts';
import styles from './tiles.module.css';
import { useOpenFacets } from './use-open-facets.ts';

const VisitTile = lazyPart(() => import('./visit-tile.tsx').then((it) => it.VisitTile), {
  name: 'What is new since your last visit',
  place: 'small',
  waiting: <div className={styles.visit} />,
});

const ICONS: Readonly<Record<PressingFilter['id'], LucideIcon>> = {
  overdue: AlarmClock,
  urgent: ChevronsUp,
  escalated: Siren,
  unassigned: UserRoundX,
  new: CalendarPlus,
};

/** Tiles that count overdue, urgent, unassigned and other open tickets; each number shows its tickets. */
export const Tiles = memo(function Tiles() {
  const listState = useListState();
  const lastVisit = useLastVisit();
  const { facets, isStale } = useOpenFacets();
  const title = useId();
  return (
    <div className={styles.bar}>
      <span id={title} className={styles.title}>
        Open tickets
      </span>
      <ul className={styles.tiles} data-stale={isStale} aria-labelledby={title}>
        {PRESSING_FILTERS.map((tile) => (
          <li key={tile.id}>
            <Tile
              icon={ICONS[tile.id]}
              label={tile.label}
              count={facets === null ? null : tileCount(tile, facets)}
              tone={tile.id}
              on={isTileOn(tile, listState.query)}
              onSwitch={() => listState.updateQuery(switchTile(tile, listState.query))}
            />
          </li>
        ))}
      </ul>
      {lastVisit.since !== null && <VisitTile since={lastVisit.since} />}
    </div>
  );
});
