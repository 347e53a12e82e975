import { useLayoutEffect, useRef, useState } from 'react';

/** Number of a row's children that are not wholly in sight, as the row is pushed sideways or gets another width. */
export function useHiddenCount<Row extends HTMLElement>(children: number) {
  const row = useRef<Row>(null);
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other children have other widths
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const count = () => setHidden(countHidden(element));
    count();
    element.addEventListener('scroll', count, { passive: true });
    const observer = new ResizeObserver(count);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', count);
      observer.disconnect();
    };
  }, [children]);
  return { row, hidden };
}

function countHidden(row: HTMLElement): number {
  const { left, right } = row.getBoundingClientRect();
  return [...row.children].filter((child) => {
    const box = child.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  }).length;
}
