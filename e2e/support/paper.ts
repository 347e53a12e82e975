import type { Page } from '@playwright/test';

/** The width that margins leave of an A4 sheet, in CSS pixels. */
export const A4 = { portrait: 703, landscape: 1032 } as const;

/** The least contrast of a text with white paper. */
const READABLE = 4.5;

/** Errors of a printed screen, in words: nothing that is pressed, pale, cut off, or missing from a repeated head. */
export async function faultsOnPaper(page: Page): Promise<string[]> {
  return [...(await printedTools(page)), ...(await unreadableWords(page)), ...(await boxedHeads(page))];
}

/** Number of sheets that a screen prints on, upright. */
export async function sheets(page: Page): Promise<number> {
  const file = (await page.pdf({ format: 'A4' })).toString('latin1');
  return file.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const TOOLS =
  'header:not(article *), [aria-label="Screens"], [aria-label="Pages"], input, select, textarea, [role="separator"]';

function printedTools(page: Page): Promise<string[]> {
  return page
    .locator(TOOLS)
    .filter({ visible: true })
    .evaluateAll((all) => all.map((tool) => `printed: ${tool.outerHTML.slice(0, 80)}`));
}

/** The elements with words of their own that are on the sheet. */
const WORDS = 'body *:not(script, style, option, :has(*))';

/** Words that are pale, and words that are cut off: one look finds both, as to find what is visible costs the most. */
function unreadableWords(page: Page): Promise<string[]> {
  return page
    .locator(WORDS)
    .filter({ visible: true, hasText: /\S/ })
    .evaluateAll((all, least) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (canvas === null) throw new Error('This browser cannot draw.');
      const luminance = (color: string) => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
          (value) => (value / 255) ** 2.2,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const isPale = (word: Element) => 1.05 / (luminance(getComputedStyle(word).color) + 0.05) < least;
      const pale = all.filter(isPale).map((word) => `pale: ${word.textContent?.slice(0, 40)}`);
      const isBeyond = (word: Element) => {
        const { left, right } = word.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      };
      const isCut = (word: Element) =>
        getComputedStyle(word).overflow !== 'visible' &&
        (word.scrollWidth > word.clientWidth + 1 || word.scrollHeight > word.clientHeight + 1);
      const within = (word: Element): Element[] =>
        word.parentElement === null ? [word] : [word, ...within(word.parentElement)];
      const cut = all
        .filter((word) => within(word).every((one) => getComputedStyle(one).clipPath === 'none'))
        .filter((word) => isBeyond(word) || within(word).some(isCut))
        .map((word) => `cut off: ${word.textContent?.slice(0, 40)}`);
      return [...pale, ...cut];
    }, READABLE);
}

/** Words of a table's head that only the first sheet has: a browser does not repeat what stands in a button's box. */
function boxedHeads(page: Page): Promise<string[]> {
  return page
    .locator('thead button')
    .filter({ visible: true, hasText: /\S/ })
    .evaluateAll((all) =>
      all
        .filter((button) => getComputedStyle(button).display !== 'contents')
        .map((button) => `not repeated: ${button.textContent}`),
    );
}
