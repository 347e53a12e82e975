import type { Engine } from './engine.ts';

/** Commands of WebDriver that are used here. */
export type Command = 'Navigate' | 'ExecuteScript' | 'PerformActions' | 'TakeScreenshot';

/** Way on which a browser takes WebDriver's commands; what it answers is the command's value. */
export type Wire = (command: Command, parameters?: object) => Promise<unknown>;

/** An engine that takes WebDriver's commands (https://www.w3.org/TR/webdriver2/). */
export function webDriverEngine(send: Wire, other: Pick<Engine, 'resize' | 'stop'>): Engine {
  const perform = async (...actions: readonly object[]) => {
    await send('PerformActions', { actions });
  };
  const withKeys = (actions: readonly object[]) => perform({ type: 'key', id: 'keyboard', actions });
  return {
    ...other,
    goto: async (url) => {
      await send('Navigate', { url });
    },
    run: async (inPage, ...args) =>
      (await send('ExecuteScript', { script: `return (${inPage})(...arguments)`, args })) as never,
    clickAt: (x, y) =>
      perform({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    press: (...keys) =>
      withKeys([
        ...keys.map((key) => ({ type: 'keyDown', value: codeOf(key) })),
        ...keys.toReversed().map((key) => ({ type: 'keyUp', value: codeOf(key) })),
      ]),
    type: (text) =>
      withKeys(
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    screenshot: async () => Buffer.from(String(await send('TakeScreenshot', { full: false })), 'base64'),
  };
}

/** Characters that stand for keys that write none (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODES: Readonly<Record<string, string>> = {
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Tab: '\uE004',
};

function codeOf(key: string): string {
  const code = CODES[key] ?? key;
  if (code.length !== 1) throw new Error(`There is no code for the key ${key}.`);
  return code;
}
