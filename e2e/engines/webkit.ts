import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithTests, stop } from '../support/child-processes.ts';
import type { Engine } from './engine.ts';
import { type Command, webDriverEngine } from './webdriver.ts';

const ROUTES: Readonly<Record<Command, readonly [method: string, path: string]>> = {
  Navigate: ['POST', '/url'],
  ExecuteScript: ['POST', '/execute/sync'],
  PerformActions: ['POST', '/actions'],
  TakeScreenshot: ['GET', '/screenshot'],
};

/** Starts WebKitGTK's small browser, which needs a display, on one that nobody sees. */
export async function startWebKit(path: {
  readonly driver: string;
  readonly display: string;
}): Promise<Engine> {
  const display = endWithTests(
    spawn(path.display, ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1600x1200x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const [number] = await once(display.stdout, 'data');
  const configuration = withoutMovement();
  const port = await freePort();
  const driver = endWithTests(
    spawn(path.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${String(number).trim()}`,
        XDG_CONFIG_HOME: configuration,
        // Without a graphics card a frame that is composed of layers takes a second.
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        TZ: 'Europe/Berlin',
        LANG: 'en_US.UTF-8',
      },
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/status`, () => driver.exitCode !== null);
  const { sessionId } = (await call('POST', `${url}/session`, { capabilities: {} })) as { sessionId: string };
  const session = `${url}/session/${sessionId}`;
  const engine = webDriverEngine(
    (command, parameters) => {
      const [method, route] = ROUTES[command];
      return call(method, session + route, parameters);
    },
    {
      resize: async (width, height) => {
        await call('POST', `${session}/window/rect`, { width, height: height + 100 });
        const inside = await engine.run(() => innerHeight);
        await call('POST', `${session}/window/rect`, { width, height: 2 * height + 100 - inside });
      },
      stop: async () => {
        await call('DELETE', session);
        await stop(driver);
        await stop(display);
        rmSync(configuration, { recursive: true, force: true });
      },
    },
  );
  return engine;
}

/** GTK's settings: nothing moves, and the bar over the page lets the window be as narrow as a phone. */
function withoutMovement(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), 'button, box { padding: 0; margin: 0; min-width: 0; }\n');
  return folder;
}

async function call(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

async function answering(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (hasEnded()) throw new Error('WebKitWebDriver ended before it answered.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
