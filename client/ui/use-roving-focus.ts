import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** Elements that a toolbar leads through. */
const ITEMS = 'a[href], button, select, input[type="checkbox"], [data-stop]';

const TEXT_FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea';

/**
 * One Tab stop for all controls of a toolbar, whatever parts they belong to; the arrows, Home and End lead from one to the
 * other. What is inside an element with `data-stops-apart` has its own stops.
 */
export function useRovingFocus<Container extends HTMLElement>() {
  const container = useRef<Container>(null);
  const last = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const root = container.current;
    if (root === null) return;
    const update = () => assignStop(root, last);
    update();
    // Parts come and go without the toolbar being drawn anew.
    const observer = new MutationObserver(update);
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'href'],
    });
    addEventListener('resize', update);
    return () => {
      observer.disconnect();
      removeEventListener('resize', update);
    };
  }, []);

  const onFocus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    if (!itemsOf(currentTarget).includes(target)) return;
    last.current = target;
    assignStop(currentTarget, last);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { currentTarget, target } = event;
    if (!(target instanceof HTMLElement) || target.matches(TEXT_FIELDS)) return;
    const items = itemsOf(currentTarget);
    const next = nextItem(event.key, items, items.indexOf(target), isRightToLeft(currentTarget));
    if (next === undefined) return;
    // A select would take the arrows along the line for a change of its value.
    event.preventDefault();
    next.focus();
  };
  return { ref: container, onFocus, onKeyDown };
}

function nextItem(
  key: string,
  items: readonly HTMLElement[],
  at: number,
  rightToLeft: boolean,
): HTMLElement | undefined {
  if (at < 0) return undefined;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step !== undefined) return items[at + (rightToLeft ? -step : step)];
  return { Home: items[0], End: items.at(-1) }[key];
}

/** Makes the item that had the focus last, or else the first one, the Tab key’s stop. */
function assignStop(root: HTMLElement, last: RefObject<HTMLElement | null>): void {
  const items = itemsOf(root);
  const focused = items.find((item) => item === document.activeElement);
  const known = last.current !== null && items.includes(last.current) ? last.current : undefined;
  const stop = focused ?? known ?? items[0];
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

function itemsOf(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ITEMS)].filter(
    (item) => isReachable(item) && item.closest('[data-stops-apart]')?.contains(root) !== false,
  );
}

function isReachable(item: HTMLElement): boolean {
  return !item.matches(':disabled') && (item.checkVisibility?.() ?? true);
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
