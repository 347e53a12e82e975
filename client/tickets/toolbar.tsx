import { Download, SlidersHorizontal } from 'lucide-react';
import { ticketsCsvHref } from '../api/tickets.ts';
import { formatCountOf } from '../format/numbers.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { Announcement } from '../ui/visually-hidden.tsx';
import { activeFilters } from './filters/active-filters.ts';
import { DateRange } from './filters/date-range.tsx';
import { FilterChips } from './filters/filter-chips.tsx';
import { useQueue } from './queue-context.ts';
import { SortMenu } from './table/sort-menu.tsx';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly filtersOpen: boolean;
  readonly onFilters: () => void;
}

/** What the list is, in a line: how many, by which filters, and the ways to change and keep it. */
export function Toolbar({ filtersOpen, onFilters }: ToolbarProps) {
  const { view, list, turning } = useQueue();
  const narrow = useMediaQuery(NARROW);
  const active = activeFilters(view.query, null).length;
  const total = list === null ? null : formatCountOf(list.page.total, 'ticket');
  return (
    <div className={styles.toolbar}>
      <div className={styles.row}>
        <h1 className={styles.count}>{total ?? 'Tickets'}</h1>
        <Button aria-expanded={filtersOpen} onClick={onFilters}>
          <SlidersHorizontal aria-hidden />
          Filters{active > 0 && ` (${active})`}
        </Button>
        <DateRange />
        {narrow && <SortMenu />}
        {list !== null && (
          <a className={buttonClass()} href={ticketsCsvHref(view.workspace, view.query)} download>
            <Download aria-hidden />
            CSV
          </a>
        )}
      </div>
      {list?.page.total !== 0 && <FilterChips />}
      <Announcement>{turning || total === null ? '' : `${total} in the list`}</Announcement>
    </div>
  );
}
