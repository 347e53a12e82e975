import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { activeFilters } from '../filters/active-filters.ts';
import { DateRange } from '../filters/date-range.tsx';
import { FilterChips } from '../filters/filter-chips.tsx';
import { formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { ViewHeading } from '../views/view-heading.tsx';
import { AsOfNow } from '../workspace/after-rows.tsx';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import { useFiltersOpen } from './filters-open.ts';
import styles from './toolbar.module.css';

interface ToolbarProps {
  /** This screen's own tools. */
  readonly children?: ReactNode;
}

/** Number of tickets, active filters, and the tools to change and save them, in a line. */
export function Toolbar({ children }: ToolbarProps) {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const filters = useFiltersOpen();
  const active = activeFilters(listState.query, null, useZone()).length;
  const total = list === null ? null : formatCountOf(list.page.total, 'ticket');
  return (
    <div className={styles.toolbar}>
      <ViewHeading
        count={total ?? '… tickets'}
        tools={
          <div className={styles.tools}>
            <Button className={styles.filters ?? ''} aria-expanded={filters.open} onClick={filters.toggle}>
              <SlidersHorizontal aria-hidden />
              Filters{active > 0 && ` (${active})`}
            </Button>
            <AsOfNow>
              <DateRange />
            </AsOfNow>
            {children}
          </div>
        }
        filters={
          list?.page.total !== 0 && (
            <AsOfNow>
              <FilterChips />
            </AsOfNow>
          )
        }
      />
      <Announcement>{isStale || total === null ? '' : `${total} in the list`}</Announcement>
    </div>
  );
}
