import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

const SERVER = Date.parse('2026-02-05T09:00:00.400Z');
const HOUR = 3_600_000;

/** A machine and a server with clocks of their own; the monotonic clock counts from the start of the page. */
function setUp({ skew = 0 } = {}) {
  let elapsed = 5_000;
  let serverOffset = SERVER - elapsed;
  const clock = createServerClock(
    () => elapsed,
    () => serverOffset + elapsed + skew,
  );
  const server = () => serverOffset + elapsed;
  return {
    clock,
    server,
    wait: (milliseconds: number) => {
      elapsed += milliseconds;
    },
    /** The machine sleeps, and its monotonic clock with it. */
    sleep: (milliseconds: number) => {
      serverOffset += milliseconds;
    },
    /** An answer whose way there and back take so long. */
    answer: (there: number, back: number) => {
      const sentAt = elapsed;
      elapsed += there;
      const date = new Date(server()).toUTCString();
      elapsed += back;
      clock.learn({ date, sentAt, receivedAt: elapsed });
    },
  };
}

test('until the server has answered, the time is this machine’s', () => {
  const { clock, server } = setUp({ skew: HOUR });
  expect(clock.now()).toBe(server() + HOUR);
});

test.each([5 / 60, -5 / 60, -3, 24])(
  'a machine whose clock is %s hours off tells the server’s time',
  (hours) => {
    const { clock, server, answer } = setUp({ skew: hours * HOUR });
    answer(20, 20);
    expect(Math.abs(clock.now() - server())).toBeLessThan(1_000);
  },
);

test('each answer makes the time more exact, whatever its way takes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ there: fc.nat(3_000), back: fc.nat(3_000), pause: fc.nat(30_000) }), {
        minLength: 1,
        maxLength: 30,
      }),
      (answers) => {
        const { clock, server, answer, wait } = setUp({ skew: -3 * HOUR });
        let worst = Number.POSITIVE_INFINITY;
        for (const { there, back, pause } of answers) {
          answer(there, back);
          worst = Math.min(worst, (1_000 + there + back) / 2);
          expect(Math.abs(clock.now() - server())).toBeLessThanOrEqual(worst + 1);
          wait(pause);
        }
      },
    ),
  );
});

test('after the machine has slept, the next answer puts the time right', () => {
  const { clock, server, answer, sleep } = setUp();
  answer(10, 10);
  sleep(8 * HOUR);
  answer(10, 10);
  expect(Math.abs(clock.now() - server())).toBeLessThan(1_000);
});

test('who shows the time is told of a correction that can be seen, and of no other', () => {
  const { clock, answer, wait } = setUp({ skew: HOUR });
  let corrections = 0;
  const leave = clock.subscribe(() => {
    corrections += 1;
  });
  answer(10, 10);
  expect(corrections).toBe(1);
  wait(700);
  answer(10, 10);
  expect(corrections).toBe(1);
  leave();
});

test('an answer without a date, or with none that can be read, teaches nothing', () => {
  const { clock, server } = setUp({ skew: HOUR });
  for (const date of [null, 'yesterday']) clock.learn({ date, sentAt: 5_000, receivedAt: 5_000 });
  expect(clock.now()).toBe(server() + HOUR);
});
