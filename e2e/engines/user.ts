import { expect } from '@playwright/test';
import type { Engine } from './engine.ts';
import { type FoundElement, findElement } from './find-element.ts';

/** Elements that a person names, as CSS selectors. */
const ROLES = {
  article: 'article',
  button: 'button, [role="button"]',
  checkbox: 'input[type="checkbox"]',
  combobox: '[role="combobox"]',
  dialog: '[role="dialog"]',
  grid: '[role="grid"]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  option: '[role="option"]',
  radio: 'input[type="radio"]',
  table: 'table',
} as const;

type Role = keyof typeof ROLES;

/** The hands and eyes of a person before a screen of the product. */
export class User {
  readonly engine: Engine;
  readonly #url: string;

  constructor(engine: Engine, url: string) {
    this.engine = engine;
    this.#url = url;
  }

  async open(path: string): Promise<void> {
    await this.engine.goto(this.#url + path);
    await this.engine.run(() => {
      const complaints: string[] = [];
      Object.assign(globalThis, { complaints });
      // An observer that has news in the next frame is no error of ours, though browsers tell it as one.
      const isLate = (message: string) => message.startsWith('ResizeObserver loop');
      addEventListener('error', ({ message }) => isLate(message) || complaints.push(message));
      addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
      addEventListener('securitypolicyviolation', ({ blockedURI }) =>
        complaints.push(`blocked: ${blockedURI}`),
      );
    });
  }

  /** Errors that nothing has caught since the screen was opened. */
  complaints(): Promise<string[]> {
    return this.engine.run(() => (globalThis as { complaints?: string[] }).complaints ?? []);
  }

  /** Waits until there is one of these. */
  async sees(role: Role, name: RegExp): Promise<void> {
    await expect.poll(() => this.#find(role, name), { message: `${role} ${name}` }).not.toBeNull();
  }

  /** Waits until there is none of these. */
  async seesNo(role: Role, name: RegExp): Promise<void> {
    await expect.poll(() => this.#find(role, name), { message: `no ${role} ${name}` }).toBeNull();
  }

  /** Presses the first of these in its middle, once it stands still and nothing lies over it. */
  async press(role: Role, name: RegExp): Promise<void> {
    let last: unknown = null;
    const press = async () => {
      const found = await this.#find(role, name, true);
      const isReady = found?.under === null && JSON.stringify(found) === last;
      last = JSON.stringify(found);
      if (isReady) await this.engine.clickAt(found.x, found.y);
      return isReady ? 'pressed' : last;
    };
    await expect.poll(press, { message: `${role} ${name}`, intervals: [0, 50, 100, 250] }).toBe('pressed');
  }

  keys(...keys: readonly string[]): Promise<void> {
    return this.engine.press(...keys);
  }

  type(text: string): Promise<void> {
    return this.engine.type(text);
  }

  /** Texts of the elements that a CSS selector names, from the top. */
  texts(selector: string): Promise<string[]> {
    return this.engine.run(
      (css) => [...document.querySelectorAll(css)].map(({ textContent }) => textContent ?? ''),
      selector,
    );
  }

  /** Place of the first element that a CSS selector names, from the window's corner; null when there is none. */
  box(selector: string): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
    return this.engine.run((css) => {
      const element = document.querySelector(css);
      if (element === null) return null;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    }, selector);
  }

  /** Size of the window without its scrollbars. */
  window(): Promise<{ width: number; height: number }> {
    return this.engine.run(() => ({
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    }));
  }

  /** The address from its path on. */
  address(): Promise<string> {
    return this.engine.run(() => location.pathname + location.search);
  }

  #find(role: Role, name: RegExp, scroll = false): Promise<FoundElement | null> {
    return this.engine.run(findElement, ROLES[role], name.source, scroll);
  }
}
