import type { Browser } from '@playwright/test';
import type { Engine } from './engine.ts';

/** Chromium, driven as by the other tests. */
export async function chromiumEngine(browser: Browser): Promise<Engine> {
  const page = await browser.newPage({ reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    run: (inPage, ...args) => page.evaluate(`(${inPage})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (...keys) => page.keyboard.press(keys.join('+')),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    stop: () => browser.close(),
  };
}
