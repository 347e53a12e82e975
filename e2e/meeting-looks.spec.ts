import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { card, idUp, startHere, startMeeting } from './support/meeting.ts';
import { expect, expectAccessibleInBothThemes, test } from './support/test.ts';

/** Hostile texts, fourteen languages, odd priorities: the demo's newest, deleted ones too. */
const MANY = '?deleted=include&sort=-issueDate&priority=VIP&priority=CRITICAL';
/** Some of them: axe looks at every pair of texts. */
const SOME = '?deleted=include&priority=VIP';

test('axe finds nothing on the meetings, the walk, the minutes and the room; every text of the card has a contrast of 7 to 1 in both themes; on a narrow phone, and at 200 % zoom, nothing is cut off', async ({
  page,
  demo,
}) => {
  test.slow();
  await startMeeting(page, `${demo.url}/w/4201`, SOME);
  await page.keyboard.press('d');
  await page.keyboard.press('n');
  await page.keyboard.type('Call back');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ann');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.keyboard.type('soon');
  await expectAccessibleInBothThemes(page, 'main');
  await page.keyboard.press('Escape');
  const address = page.url();
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('dialog', { name: 'End the meeting?' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.getByRole('button', { name: 'End & show minutes' }).click();
  await expect(page.getByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await goWithin(page, `${address}~room`);
  await expect(card(page)).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await goWithin(page, `/w/4201/triage${SOME}`);
  await expect(page.getByRole('link', { name: /triage, / })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await goWithin(page, '/w/4201/triage?overdue=true&priority=CRITICAL&priority=HIGH');
  await startHere(page);
  const seen = new Set<number>();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const step of [1, 2, 3, 4, 5, 6]) {
      seen.add(await idUp(page));
      expect(await lowestContrast(page), `${colorScheme}, ticket ${step}`).toBeGreaterThanOrEqual(7);
      await page.keyboard.press('ArrowRight');
    }
  }
  expect(seen.size).toBe(12);

  await goWithin(page, `/w/4201/triage${MANY}`);
  await startHere(page);
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 640, height: 360 },
  ]) {
    await page.setViewportSize(viewport);
    for (const [index, key] of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'].entries()) {
      await page.keyboard.press(key);
      await expect(page.getByText(new RegExp(`^${index + 1} of \\d+$`))).toBeVisible();
      expect(await overflow(page)).toBe(0);
      expect(await cutOff(page)).toEqual([]);
    }
    await expect(page.getByRole('textbox', { name: 'Decision' })).toBeEditable();
    await page.getByRole('navigation', { name: 'Queue' }).scrollIntoViewIfNeeded();
  }
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The parts of the card that reach over the edge of the screen, by their texts. */
function cutOff(page: Page): Promise<(string | null)[]> {
  return card(page).evaluate((element) =>
    [...element.querySelectorAll('h1, h2, p, dt, dd, button, bdi')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth)
      .map(({ textContent }) => textContent),
  );
}

/** The lowest contrast between a text of the card and what is behind it. */
function lowestContrast(page: Page): Promise<number> {
  return card(page).evaluate((element) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('This browser cannot draw.');
    const luminance = (color: string, below: string) => {
      canvas.fillStyle = below;
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backgroundOf = (node: Element): string => {
      const own = getComputedStyle(node).backgroundColor;
      const none = own === 'rgba(0, 0, 0, 0)' || own === 'transparent';
      return none && node.parentElement ? backgroundOf(node.parentElement) : own;
    };
    const texts = [...element.querySelectorAll('*')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()),
    );
    if (texts.length === 0) throw new Error('The card has no texts.');
    return Math.min(
      ...texts.map((node) => {
        const behind = backgroundOf(node);
        const [a, b] = [luminance(getComputedStyle(node).color, behind), luminance(behind, behind)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      }),
    );
  });
}
