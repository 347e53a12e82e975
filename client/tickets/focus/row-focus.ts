/** The element that has the list's rows, or cards, in it; null while there is no list. */
let rows: HTMLElement | null = null;

/**
 * Makes the rows in an element those that other parts lead the focus to.
 *
 * @returns ends it
 */
export function registerRows(element: HTMLElement): () => void {
  rows = element;
  return () => {
    if (rows === element) rows = null;
  };
}

/** The link of a ticket's row; null where the page has no such ticket. */
export function rowOf(id: number): HTMLElement | null {
  return rows?.querySelector<HTMLElement>(`a[data-ticket="${id}"]`) ?? null;
}

/** The link of the first row; null where there is none. */
export function firstRow(): HTMLElement | null {
  return rows?.querySelector<HTMLElement>('a[data-ticket]') ?? null;
}

/** The link of the first row, or of its group's head above it; null where there is none. */
export function firstLine(): HTMLElement | null {
  return rows?.querySelector<HTMLElement>('[data-listed] a[data-ticket], [data-group] a') ?? null;
}

/** Moves the focus to the row after or before the focused one, or a group's focused head; to the first when none is. */
export function moveRowFocus(step: 1 | -1): void {
  const links = [...(rows?.querySelectorAll<HTMLElement>('a[data-ticket]') ?? [])];
  const { activeElement } = document;
  const line = activeElement?.closest('[data-listed], [data-group]');
  const current = line?.querySelector('a') ?? null;
  const next = current === null || !rows?.contains(current) ? links[0] : neighbour(links, current, step);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The next link after or before another, which need not be one of them; undefined for none. */
function neighbour<Link extends Element>(
  links: readonly Link[],
  from: Element,
  step: 1 | -1,
): Link | undefined {
  const isAfter = (link: Link) =>
    (from.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return step === 1 ? links.find(isAfter) : links.findLast((link) => link !== from && !isAfter(link));
}
