import { memo } from 'react';
import { lazyPart } from '../ui/lazy-part.tsx';
import { ListAfterRows } from '../workspace/after-rows.tsx';
import styles from './workspace-layout.module.css';

const FilterPanel = lazyPart(() => import('../filters/filter-panel.tsx').then((it) => it.FilterPanel), {
  name: 'The filters',
  place: 'inline',
});

/** The same element each time: what is drawn anew around the panel is nothing to it. */
const PANEL = <FilterPanel />;

/** The filters beside the screen: a tick shows at once, the counts once the rows are on screen. */
export const FilterAside = memo(function FilterAside() {
  return (
    <aside className={styles.aside} aria-label="Filters">
      <ListAfterRows>{PANEL}</ListAfterRows>
    </aside>
  );
});
