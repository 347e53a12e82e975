import type { Locator } from '@playwright/test';

/** The least side of what a finger presses, in CSS pixels. */
const FINGER = 44;

const PRESSED =
  'button, a[href], input, select, textarea, [role="option"], [role^="menuitem"], [role="separator"]';

/** Rows, cards and values are alike after the first few. */
const ALIKE =
  'tbody tr:nth-child(n+5), li[data-listed]:nth-child(n+5), [data-row]:nth-child(n+5), [role="row"]:nth-child(n+5)';

/** Targets too small for a finger, by what is hit around their middle. Links within a text are exempt. */
export async function smallTargets(part: Locator): Promise<string[]> {
  const all = part.locator(PRESSED).filter({ visible: true });
  return all.evaluateAll(
    (targets, { least, alike }) => {
      const isHit = (element: Element, x: number, y: number) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
      };
      /** Distance from a target's middle at which it is still hit: by halves, as it has no holes. */
      const reach = (isHitAt: (distance: number) => boolean) => {
        let [hit, missed] = [0, least];
        while (missed - hit > 1) {
          const middle = (hit + missed) >> 1;
          if (isHitAt(middle)) hit = middle;
          else missed = middle;
        }
        return hit;
      };
      return targets.flatMap((element) => {
        if (element.closest(alike) !== null) return [];
        if (element.tagName === 'A' && getComputedStyle(element).display === 'inline') return [];
        element.scrollIntoView({ block: 'center', inline: 'center' });
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        // Also what lies behind a dialog, or shows for the keyboard alone.
        if (!isHit(element, x, y)) return [];
        const along = (dx: number, dy: number) =>
          reach((distance) => isHit(element, x + dx * distance, y + dy * distance));
        const [width, height] = [along(1, 0) + along(-1, 0) + 1, along(0, 1) + along(0, -1) + 1];
        const isSmall = width < least - 2 || height < least - 2;
        return isSmall ? [`${width}×${height} ${element.outerHTML.slice(0, 140)}`] : [];
      });
    },
    { least: FINGER, alike: ALIKE },
  );
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
