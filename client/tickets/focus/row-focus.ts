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

/** Moves the focus to the row after or before the focused one; to the first when none is. */
export function moveRowFocus(step: 1 | -1): void {
  const links = [...(rows?.querySelectorAll<HTMLElement>('a[data-ticket]') ?? [])];
  const current = links.indexOf(document.activeElement as HTMLElement);
  const next = current < 0 ? links[0] : links[current + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
