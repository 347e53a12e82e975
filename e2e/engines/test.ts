import { type Browser, expect } from '@playwright/test';
import { findEngines } from '../../scripts/engines.mjs';
import { test as base } from '../support/test.ts';
import { chromiumEngine } from './chromium.ts';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { findLayoutFaults, ROWS } from './geometry.ts';
import { User } from './user.ts';
import { startWebKit } from './webkit.ts';

/** A user of the demo, in the engine that the project is named for; one browser for all tests of a worker. */
export const test = base.extend<{ user: User }, { engine: Engine }>({
  engine: [
    async ({ playwright }, use, { project }) => {
      const engine = await startEngine(project.name, () =>
        playwright.chromium.launch(project.use.launchOptions),
      );
      await use(engine);
      await engine.stop();
    },
    { scope: 'worker' },
  ],
  user: async ({ engine, demo }, use, testInfo) => {
    await engine.resize(1440, 900);
    const person = new User(engine, demo.url);
    await use(person);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('what is in sight', {
        body: await engine.screenshot(),
        contentType: 'image/png',
      });
    }
    expect(await person.complaints()).toEqual([]);
    await engine.run(() => localStorage.clear());
  },
});

export { expect };

/** Asserts that rows have their height, that nothing lies over a control and that the page does not scroll sideways. */
export async function expectWellLaidOut(user: User): Promise<void> {
  await expect.poll(() => user.engine.run(findLayoutFaults, ROWS)).toEqual([]);
}

/** Whether no number is higher than the one before it. */
export function isFalling(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, index) => number <= (numbers[index - 1] ?? number));
}

async function startEngine(name: string, launchChromium: () => Promise<Browser>): Promise<Engine> {
  const { firefox, webkit } = findEngines();
  if (name === 'firefox' && firefox !== null) return startFirefox(firefox);
  if (name === 'webkit' && webkit !== null) return startWebKit(webkit);
  if (name === 'chromium') return chromiumEngine(await launchChromium());
  throw new Error(`There is no ${name} here.`);
}
