import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithTests } from '../support/child-processes.ts';
import type { Engine } from './engine.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { webDriverEngine } from './webdriver.ts';

/** Within the project: one that comes as a snap has a /tmp of its own. */
const PROFILES = fileURLToPath(new URL('../../test-results/engines/', import.meta.url));

const PREFERENCES = {
  'marionette.port': 0,
  'ui.prefersReducedMotion': 1,
};

/** Starts a Firefox without windows, on a profile of its own. */
export async function startFirefox(path: string): Promise<Engine> {
  mkdirSync(PROFILES, { recursive: true });
  const profile = mkdtempSync(join(PROFILES, 'firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref("${name}", ${value});\n`)
      .join(''),
  );
  const browser = endWithTests(
    spawn(
      path,
      ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
      { stdio: 'ignore', env: { ...process.env, TZ: 'Europe/Berlin' } },
    ),
  );
  const gone = once(browser, 'exit');
  const marionette = await connectMarionette(await portIn(profile, () => browser.exitCode !== null));
  await marionette('WebDriver:NewSession');
  return webDriverEngine(
    async (command, parameters) => {
      const result = await marionette(`WebDriver:${command}`, parameters);
      return (result as { readonly value?: unknown }).value;
    },
    {
      resize: (width, height) => resizePage(marionette, width, height),
      stop: async () => {
        await marionette('Marionette:Quit', { flags: ['eForceQuit'] });
        await gone;
        rmSync(profile, { recursive: true, force: true });
      },
    },
  );
}

/** Firefox writes the port that it listens on into its profile. */
async function portIn(profile: string, hasEnded: () => boolean): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  for (;;) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port > 0) return port;
    if (hasEnded()) throw new Error('Firefox ended before it listened.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** No window is narrower than 500 pixels; the page within it may be, as in the browser's own view for small devices. */
async function resizePage(marionette: Marionette, width: number, height: number): Promise<void> {
  await marionette('WebDriver:SetWindowRect', { width: Math.max(width, 500), height: height + 100 });
  await marionette('Marionette:SetContext', { value: 'chrome' });
  await marionette('WebDriver:ExecuteScript', {
    args: [{ width, height }],
    script: `for (const [name, pixels] of Object.entries(arguments[0]))
      for (const bound of [name, 'min-' + name, 'max-' + name])
        gBrowser.selectedBrowser.style.setProperty(bound, pixels + 'px', 'important');`,
  });
  await marionette('Marionette:SetContext', { value: 'content' });
}
