import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPrefetcher } from './prefetch-parts.ts';

/** The browser’s work once it is idle. */
let idle: (() => void)[] = [];
let fetched: string[] = [];
let broken: string | null = null;

const prefetcher = createPrefetcher();

for (const name of ['first', 'second', 'third']) {
  prefetcher.register(async () => {
    fetched.push(name);
    return name !== broken;
  });
}

beforeEach(() => {
  idle = [];
  fetched = [];
  broken = null;
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
  vi.stubGlobal('cancelIdleCallback', (handle: number) => {
    idle[handle - 1] = () => {};
  });
});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'connection');
});

function connection(facts: object) {
  Object.defineProperty(navigator, 'connection', { value: facts, configurable: true });
}

/** Lets the browser be idle until nothing is left to do. */
async function rest() {
  for (let act = idle.shift(); act !== undefined; act = idle.shift()) {
    act();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

test('parts are fetched one after another, each while the browser is idle', async () => {
  prefetcher.run();
  expect(fetched).toEqual([]);
  expect(idle).toHaveLength(1);
  await rest();
  expect(fetched).toEqual(['first', 'second', 'third']);
});

test('after one that cannot be had, no others are asked for', async () => {
  broken = 'second';
  prefetcher.run();
  await rest();
  expect(fetched).toEqual(['first', 'second']);
});

test.each([[{ saveData: true }], [{ effectiveType: '2g' }]])(
  'where data is dear, nothing is fetched ahead: %o',
  async (facts) => {
    connection(facts);
    prefetcher.run();
    await rest();
    expect(fetched).toEqual([]);
  },
);

test('what is called off has not begun', async () => {
  const cancel = prefetcher.run();
  cancel();
  await rest();
  expect(fetched).toEqual([]);
});
