import { AlarmClock } from 'lucide-react';
import { memo, useId } from 'react';
import { PRESSING_FILTERS, type PressingFilter } from '../filters/pressing-filters.ts';
import { formatCount } from '../format/numbers.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useRovingFocus } from '../ui/use-roving-focus.ts';
import { useLastVisit, useListState } from '../workspace/workspace-context.ts';
import { Tile } from './tile.tsx';
import { isTileOn, switchTile, tileCount } from './tile-filters.ts';
import styles from './tiles.module.css';
import { useAllOpenFacets, useOpenFacets } from './use-open-facets.ts';

const VisitTile = lazyPart(() => import('./visit-tile.tsx').then((it) => it.VisitTile), {
  name: 'What is new since your last visit',
  place: 'small',
});

/**
 * Open tickets in numbers, in one line: each counts under the list's filters, says of how many where those leave some
 * out, and shows its tickets.
 */
export const Tiles = memo(function Tiles() {
  const listState = useListState();
  const lastVisit = useLastVisit();
  const { facets, isStale } = useOpenFacets();
  const allFacets = useAllOpenFacets();
  const title = useId();
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label="Numbers that filter the list"
      {...useRovingFocus<HTMLDivElement>()}
    >
      <span id={title} className={styles.title}>
        Open <span className={styles.tickets}>tickets</span>
      </span>
      <ul className={styles.tiles} data-stale={isStale} aria-labelledby={title}>
        {PRESSING_FILTERS.map((tile) => {
          const count = facets === null ? null : tileCount(tile, facets);
          const ofAll = allFacets === null ? null : tileCount(tile, allFacets);
          return (
            <li key={tile.id}>
              <Tile
                {...(tile.id === 'overdue' && { icon: AlarmClock })}
                label={tile.label}
                count={count}
                ofAll={ofAll}
                title={tileTitle(tile, count, ofAll)}
                tone={tile.id === 'overdue' ? 'overdue' : 'plain'}
                on={isTileOn(tile, listState.query)}
                onSwitch={() => listState.updateQuery(switchTile(tile, listState.query))}
              />
            </li>
          );
        })}
      </ul>
      {lastVisit.since !== null && <VisitTile since={lastVisit.since} />}
    </div>
  );
});

/** `6 of all 111 open tickets of this kind match the other filters`. */
function tileTitle({ label }: PressingFilter, count: number | null, ofAll: number | null): string {
  if (count === null || ofAll === null || count === ofAll) return `${label}, of all open tickets`;
  return `${label}: ${formatCount(count)} under the other filters, of ${formatCount(ofAll)} that are open`;
}
