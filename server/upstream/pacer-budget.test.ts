import { expect, test } from 'vitest';
import { manualClock } from '../test/clock.ts';
import { createCallBudget } from './call-budget.ts';
import { createPacer } from './pacer.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const MIDNIGHT = Date.parse('2026-02-05T00:00:00Z');

test('the day ends with the time to the next UTC midnight, and the next day starts anew', async () => {
  const clock = manualClock(MIDNIGHT - 10 * MINUTE);
  const pacer = createPacer({
    callsPerMinute: 100,
    budget: createCallBudget({ perDay: 2 }),
    clock,
    sleep: clock.sleep,
  });
  await pacer.acquire();
  await pacer.acquire();
  await expect(pacer.acquire()).rejects.toMatchObject({
    kind: 'budget-used-up',
    status: null,
    retryAfterMs: 10 * MINUTE,
  });
  expect(pacer.usage()).toEqual({ lastMinute: 2, today: 2, perDay: 2 });
  clock.pass(MIDNIGHT - clock.now());
  expect(pacer.usage()).toEqual({ lastMinute: 0, today: 0, perDay: 2 });
  await expect(pacer.acquire()).resolves.toBeUndefined();
});

test.each([-MINUTE, MINUTE, 60 * DAY])(
  'a clock that is set over midnight by %i ms and back gives no day its calls anew',
  async (by) => {
    const clock = manualClock(by < 0 ? MIDNIGHT : MIDNIGHT - 1);
    const pacer = createPacer({
      callsPerMinute: 100,
      budget: createCallBudget({ perDay: 2 }),
      clock,
      sleep: clock.sleep,
    });
    await pacer.acquire();
    await pacer.acquire();
    clock.set(by);
    expect(pacer.usage().today).toBe(0);
    await pacer.acquire();
    clock.set(-by);
    expect(pacer.usage().today).toBe(2);
    await expect(pacer.acquire()).rejects.toMatchObject({ kind: 'budget-used-up' });
    clock.set(by);
    expect(pacer.usage().today).toBe(1);
  },
);

test('calls of processes before this one count, and each new one is recorded before it is made', async () => {
  const recorded: [number, number][] = [];
  const callCount = {
    before: (day: number) => (day < MIDNIGHT / DAY ? 7 : 0),
    record: (day: number, calls: number) => {
      recorded.push([day, calls]);
    },
  };
  const clock = manualClock(MIDNIGHT - MINUTE);
  const pacer = createPacer({
    callsPerMinute: 100,
    budget: createCallBudget({ perDay: 8, callCount }),
    clock,
    sleep: clock.sleep,
  });
  expect(pacer.usage()).toEqual({ lastMinute: 0, today: 7, perDay: 8 });
  await pacer.acquire();
  await expect(pacer.acquire()).rejects.toMatchObject({ kind: 'budget-used-up' });
  clock.pass(MIDNIGHT - clock.now());
  await pacer.acquire();
  const today = MIDNIGHT / DAY;
  expect(recorded).toEqual([
    [today - 1, 8],
    [today, 1],
  ]);
});

test('a call waits until it is reserved, and is not made when the budget refuses', async () => {
  const answers: ((granted: boolean) => void)[] = [];
  const budget = {
    perDay: 10,
    used: () => 0,
    reserve: () => new Promise<boolean>((answer) => answers.push(answer)),
  };
  const clock = manualClock(MIDNIGHT - MINUTE);
  const pacer = createPacer({ callsPerMinute: 100, budget, clock, sleep: clock.sleep });
  const made: string[] = [];
  const granted = pacer.acquire().then(() => made.push('granted'));
  const refused = pacer.acquire();
  await new Promise(setImmediate);
  expect(made).toEqual([]);
  expect(answers).toHaveLength(2);
  answers[0]?.(true);
  answers[1]?.(false);
  await granted;
  await expect(refused).rejects.toMatchObject({ kind: 'budget-used-up', retryAfterMs: MINUTE });
  expect(pacer.usage().lastMinute).toBe(1);
});

test('a call that midnight overtakes while it is reserved is reserved in the new day as well', async () => {
  const clock = manualClock(MIDNIGHT - 1);
  const days: number[] = [];
  const budget = {
    perDay: 10,
    used: () => 0,
    async reserve(day: number) {
      days.push(day);
      clock.pass(1);
      return true;
    },
  };
  await createPacer({ callsPerMinute: 100, budget, clock, sleep: clock.sleep }).acquire();
  expect(days).toEqual([MIDNIGHT / DAY - 1, MIDNIGHT / DAY]);
});
