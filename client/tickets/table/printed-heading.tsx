import { useDesk } from '../../desk/desk-context.ts';
import { activeFilters, filterWords } from '../../filters/active-filters.ts';
import { formatExact } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { useSettings, useZone } from '../../settings/settings.ts';
import { orderWords } from './order-words.ts';
import { formatRange } from './page-range.ts';
import styles from './printed-heading.module.css';

/** What a sheet of paper has to say besides its rows, because nobody can ask it. Not on screen. */
export function PrintedHeading() {
  const { view, list, name } = useDesk();
  const { masked } = useSettings();
  const zone = useZone();
  if (list === null) return null;
  const { page, snapshot, facets } = list;
  const filters = activeFilters(view.query, facets, zone).map(filterWords);
  return (
    <div className={styles.heading} aria-hidden>
      <p className={styles.title}>{name}: tickets</p>
      <p>
        Page {formatCount(page.number)} of {formatCount(Math.max(page.pages, 1))}: {formatRange(page)}
      </p>
      <p>Filters: {filters.length === 0 ? 'none' : filters.join('; ')}</p>
      <p>Order: {orderWords(view.query.sort)}</p>
      <p>
        Data taken at {snapshot.takenAt === null ? 'an unknown time' : formatExact(snapshot.takenAt, zone)}
        {!snapshot.whole && ', not all tickets had been read'}
        {masked && '. Customers are not named'}
      </p>
    </div>
  );
}
