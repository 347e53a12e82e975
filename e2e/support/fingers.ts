import type { Locator } from '@playwright/test';

/** The least side of what a finger presses, in CSS pixels. */
const FINGER = 44;

const PRESSED =
  'button, a[href], input, select, textarea, [role="option"], [role^="menuitem"], [role="separator"]';

/** What is smaller under a finger than it has to be, by what is hit around its middle. Links within a text are exempt. */
export async function smallTargets(part: Locator): Promise<string[]> {
  const all = await part.locator(PRESSED).filter({ visible: true }).all();
  const faults: string[] = [];
  for (const target of all) {
    const { width, height, html } = await hitArea(target);
    if (width < FINGER - 2 || height < FINGER - 2) faults.push(`${width}×${height} ${html}`);
  }
  return faults;
}

/** Fields with a text that a phone would zoom into. */
export function smallFields(part: Locator): Promise<string[]> {
  return part
    .locator('input:not([type="checkbox"], [type="radio"]), select, textarea')
    .evaluateAll((all) =>
      all
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => field.outerHTML.slice(0, 120)),
    );
}

/** How far a press still reaches a target from its middle on, in CSS pixels; no limit for what is not to be pressed. */
function hitArea(target: Locator) {
  return target.evaluate((element, least) => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const html = element.outerHTML.slice(0, 140);
    const box = element.getBoundingClientRect();
    const isHit = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
    };
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const style = getComputedStyle(element);
    const isWord = style.display === 'inline' && element.tagName === 'A';
    // Also what lies behind a dialog, or shows for the keyboard alone.
    if (isWord || !isHit(x, y)) return { width: Infinity, height: Infinity, html };
    const reach = (dx: number, dy: number) => {
      let at = 0;
      while (at < least && isHit(x + dx * (at + 1), y + dy * (at + 1))) at += 1;
      return at;
    };
    return { width: reach(1, 0) + reach(-1, 0) + 1, height: reach(0, 1) + reach(0, -1) + 1, html };
  }, FINGER);
}
