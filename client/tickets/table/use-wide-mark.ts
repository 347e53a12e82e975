import { type RefObject, useLayoutEffect } from 'react';

/** Marks a table as `data-wide` while it is wider than what it scrolls in. */
export function useWideMark(table: RefObject<HTMLTableElement | null>): void {
  useLayoutEffect(() => {
    const { current } = table;
    const frame = current?.parentElement;
    if (!current || !frame) return;
    const update = () => current.toggleAttribute('data-wide', current.offsetWidth > frame.clientWidth);
    const observer = new ResizeObserver(update);
    observer.observe(current);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [table]);
}
