/** Rows that a person reads one under the other, as CSS selectors. */
export const ROWS = [
  'tbody > tr',
  'ul > li[data-listed]',
  '[data-row]',
  '[role="option"]',
  'nav[aria-label="Queue"] li',
];

/** Faults of how a screen is laid out, in words. Runs in the page. */
export function findLayoutFaults(rowSelectors: readonly string[]): string[] {
  const page = document.documentElement;
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const markup = (element: Element | null) =>
    (element?.outerHTML ?? 'nothing at all').replace(/ class="[^"]*"/g, '').slice(0, 120);

  function rowFaults(): string[] {
    return rowSelectors
      .flatMap((selector) => {
        const rows = [...document.querySelectorAll(selector)].filter(isShown);
        return rows.map((row, index) => [row, rows[index + 1]] as const);
      })
      .flatMap(([row, next]) => {
        const { width, height, bottom } = boxOf(row);
        const begins = next && next.parentElement === row.parentElement ? boxOf(next).top : bottom;
        return [
          ...(height < 20 || width < 20 ? [`${width} × ${height} is the size of a row: ${markup(row)}`] : []),
          ...(begins < bottom - 1
            ? [`${bottom - begins} of its height lies under the next row: ${markup(row)}`]
            : []),
        ];
      });
  }

  /** Whether an element is in sight as a whole, within the window and all that cuts off what is inside it. */
  function isInSight(element: Element): boolean {
    const { left, top, right, bottom } = boxOf(element);
    if (left < 0 || top < 0 || right > page.clientWidth || bottom > innerHeight) return false;
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (around === page || around === document.body || getComputedStyle(around).overflow === 'visible')
        continue;
      const frame = boxOf(around);
      if (left < frame.left || top < frame.top || right > frame.right || bottom > frame.bottom) return false;
    }
    return true;
  }

  function closest(from: Element | null, fits: (element: Element) => boolean): Element | null {
    for (let element = from; element; element = element.parentElement) if (fits(element)) return element;
    return null;
  }

  /** Whether what lies over an element does so because the list under it is scrolled. */
  function isScrolledUnder(element: Element, over: Element | null): boolean {
    const stuck = closest(over, (one) => /sticky|fixed/.test(getComputedStyle(one).position));
    if (stuck === null || stuck.contains(element)) return false;
    const scroller = closest(element, (one) => /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? page;
    const end = Math.min(innerHeight, scroller === page ? innerHeight : boxOf(scroller).bottom);
    return scroller.scrollTop > 0 || boxOf(stuck).bottom >= end - 1;
  }

  function coveredControls(): string[] {
    // Under a dialog nothing can be pressed.
    const dialogs = [...document.querySelectorAll('[role="dialog"]')].filter(isShown);
    const front = dialogs.at(-1) ?? document.body;
    return [...front.querySelectorAll('button, a[href], input, select, textarea, [role="option"]')]
      .filter((control) => isShown(control) && getComputedStyle(control).pointerEvents !== 'none')
      .filter((control) => boxOf(control).width > 1 && isInSight(control))
      .flatMap((control) => {
        const { left, top, width, height } = boxOf(control);
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        const isItself = control.contains(over) || over?.closest('label')?.control === control;
        // What stands in a field, as its filters do in the search box, lies over it.
        const isInField = control.matches('[role="combobox"]') && control.closest('form')?.contains(over);
        return isItself || isInField || isScrolledUnder(control, over)
          ? []
          : [`${markup(over)} lies over ${markup(control)}`];
      });
  }

  return [
    ...(page.scrollWidth > page.clientWidth
      ? [`the page is ${page.scrollWidth} wide in a window of ${page.clientWidth}`]
      : []),
    ...rowFaults(),
    ...coveredControls(),
  ];
}
