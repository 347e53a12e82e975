/** An element that a person sees. */
export interface FoundElement {
  /** Its middle, in CSS pixels from the window's corner. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Element that lies over its middle, as markup; null when none does. */
  readonly under: string | null;
}

/**
 * The first element that is shown and whose name or text matches. Runs in the page.
 *
 * @param scroll whether to bring it into sight
 */
export function findElement(selector: string, pattern: string, scroll: boolean): FoundElement | null {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return plain(label);
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    if (ids.length > 0) return plain(ids.map((id) => document.getElementById(id)?.textContent).join(' '));
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    return plain(labels.map((one) => one.textContent).join(' ') || element.textContent);
  };
  const matches = (element: Element) => new RegExp(pattern).test(nameOf(element));
  const element = [...document.querySelectorAll(selector)].find(
    (candidate) => candidate.checkVisibility({ visibilityProperty: true }) && matches(candidate),
  );
  if (element === undefined) return null;
  if (scroll) element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const over = document.elementFromPoint(x, y);
  const isItself = over !== null && (element.contains(over) || over.closest('label')?.control === element);
  return {
    x,
    y,
    name: nameOf(element),
    under: isItself ? null : (over?.outerHTML.slice(0, 120) ?? 'nothing at all'),
  };
}
