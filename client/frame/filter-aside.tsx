import { memo, useEffect, useState } from 'react';
import { lazyPart } from '../ui/lazy-part.tsx';
import { afterPaint } from '../workspace/after-paint.ts';
import { ListAfterRows } from '../workspace/after-rows.tsx';
import { useShownList } from '../workspace/workspace-context.ts';
import { FirstStepsPart } from './first-steps/first-steps-part.tsx';
import styles from './workspace-layout.module.css';

const FilterPanel = lazyPart(() => import('../filters/filter-panel.tsx').then((it) => it.FilterPanel), {
  name: 'The filters',
  place: 'inline',
});

/** The same elements each time: what is drawn anew around the panel is nothing to it. */
const PANEL = <FilterPanel />;
const STEPS = <FirstStepsPart place="filters" />;

/** The filters beside the screen: a tick shows at once, the counts once the rows are on screen, as the panel itself at first. */
export const FilterAside = memo(function FilterAside() {
  const isWanted = useFirstListShown();
  return (
    <aside className={styles.aside} aria-label="Filters">
      <div className={styles.panel}>{isWanted && <ListAfterRows>{PANEL}</ListAfterRows>}</div>
      <ListAfterRows>{STEPS}</ListAfterRows>
    </aside>
  );
});

/** Whether the first list is on screen, or what stands in its place: until then nothing else is fetched beside the tickets. */
function useFirstListShown(): boolean {
  const { list, error } = useShownList();
  const [isShown, setShown] = useState(false);
  const isKnown = list !== null || error !== null;
  useEffect(() => (isKnown ? afterPaint(() => setShown(true)) : undefined), [isKnown]);
  return isShown;
}
