import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { activeFilters } from '../filters/active-filters.ts';
import { DateRange } from '../filters/date-range.tsx';
import { formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { NewerData } from '../snapshot/newer-data.tsx';
import { Button } from '../ui/button.tsx';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { useRovingFocus } from '../ui/use-roving-focus.ts';
import { Announcement } from '../ui/visually-hidden.tsx';
import { ViewHeading } from '../views/view-heading.tsx';
import { AsOfNow } from '../workspace/after-rows.tsx';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import { useFiltersOpen } from './filters-open.ts';
import styles from './toolbar.module.css';

interface ToolbarProps {
  /** This screen's own tools. Words in a `span` give way to their icon where there is no room. */
  readonly children?: ReactNode;
}

/** The view, its number of tickets and the tools, always in one line, which nothing makes higher. */
export function Toolbar({ children }: ToolbarProps) {
  const { list, isStale } = useShownList();
  const total = list === null ? null : formatCountOf(list.page.total, 'ticket');
  return (
    <>
      <div
        className={styles.toolbar}
        role="toolbar"
        aria-label="View and tools"
        {...useRovingFocus<HTMLDivElement>()}
      >
        <ViewHeading count={list?.page.total ?? null} />
        <div className={styles.tools}>
          <FiltersButton />
          <AsOfNow>
            <DateRange />
          </AsOfNow>
          {children}
        </div>
        <NewerData className={styles.news} />
      </div>
      <Announcement>{isStale || total === null ? '' : `${total} in the list`}</Announcement>
    </>
  );
}

function FiltersButton() {
  const listState = useListState();
  const zone = useZone();
  const filters = useFiltersOpen();
  const isNarrow = useMediaQuery(NARROW);
  const active = isNarrow ? activeFilters(listState.query, null, zone).length : 0;
  return (
    <Button
      className={styles.filters ?? ''}
      title="Filters (F)"
      data-command="filters"
      aria-expanded={filters.open}
      onClick={filters.toggle}
    >
      <SlidersHorizontal aria-hidden />
      <span>Filters{active > 0 && ` (${active})`}</span>
    </Button>
  );
}
