import { memo, useEffect, useMemo, useState } from 'react';
import { lazyPart } from '../ui/lazy-part.tsx';
import { afterPaint } from '../workspace/after-paint.ts';
import { type ShownList, ShownListContext, useShownList } from '../workspace/workspace-context.ts';
import styles from './workspace-layout.module.css';

const FilterPanel = lazyPart(() => import('../filters/filter-panel.tsx').then((it) => it.FilterPanel), {
  name: 'The filters',
  place: 'inline',
});

/** The same element each time: what is drawn anew around the panel is nothing to it. */
const PANEL = <FilterPanel />;

/** The filters beside the screen, drawn once the rows are on screen. */
export const FilterAside = memo(function FilterAside() {
  return (
    <aside className={styles.aside} aria-label="Filters">
      <ShownListContext value={useLaterList()}>{PANEL}</ShownListContext>
    </aside>
  );
});

/** The list for what may come after the rows: it is stale until theirs is on screen. */
function useLaterList(): ShownList {
  const { list: newest, isStale: isNewestStale, address, error } = useShownList();
  const [list, setList] = useState(newest);
  useEffect(() => afterPaint(() => setList(newest)), [newest]);
  const isStale = isNewestStale || list !== newest;
  return useMemo(() => ({ list, address, isStale, error }), [list, address, isStale, error]);
}
