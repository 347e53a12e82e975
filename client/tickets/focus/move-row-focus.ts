/** Through the tickets: with the drawer open its own steps, else from row to row. */
export function moveRowFocus(step: 1 | -1): void {
  const button = document.querySelector<HTMLElement>(`[data-walk="${step}"]`);
  if (button) button.click();
  else focusRow(step);
}

/** Moves the focus to the row after or before the focused one; to the first when none is. */
function focusRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('a[data-ticket]')];
  const current = links.indexOf(document.activeElement as HTMLElement);
  const next = current < 0 ? links[0] : links[current + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Gives the focus back to the list when what had it is gone. */
export function focusFirstRow(): void {
  document.querySelector<HTMLElement>('a[data-ticket]')?.focus({ preventScroll: true });
}
