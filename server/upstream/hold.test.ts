import { expect, test } from 'vitest';
import { manualClock } from '../test/clock.ts';
import { UpstreamFailure } from './failure.ts';
import { createHold } from './hold.ts';

const DAY = 86_400_000;

function limited(retryAfterMs: number | null): UpstreamFailure {
  return new UpstreamFailure('rate-limited', { status: 429, retryAfterMs });
}

/** A hold that the upstream has asked for, for so long. */
function held(milliseconds: number) {
  const clock = manualClock();
  const hold = createHold(clock);
  hold.extend(limited(milliseconds), milliseconds);
  return { clock, hold };
}

test('without a word of the upstream nobody waits', () => {
  expect(createHold(manualClock()).ask(false).delay).toBe(0);
});

test('a short wait is kept by everybody', () => {
  const { hold, clock } = held(60_000);
  expect(hold.ask(false).delay).toBe(60_000);
  clock.pass(20_000);
  expect(hold.ask(true).delay).toBe(40_000);
});

test('a long wait is kept by who does not insist', () => {
  const { hold, clock } = held(DAY);
  clock.pass(DAY / 2);
  expect(() => hold.ask(false)).toThrow(expect.objectContaining({ retryAfterMs: DAY / 2 }));
});

test('who insists may try, once in ten seconds whoever it is, and not within ten of the answer', () => {
  const { hold, clock } = held(DAY);
  const trials: number[] = [];
  for (; clock.now() < 60_000; clock.pass(500)) {
    try {
      expect(hold.ask(true).delay).toBe(0);
      trials.push(clock.now());
    } catch (error) {
      expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: DAY - clock.now() });
    }
  }
  expect(trials).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
});

test('a trial that is answered ends the wait for all', async () => {
  const { hold, clock } = held(DAY);
  clock.pass(10_000);
  await expect(hold.ask(true).keep(async () => 'there')).resolves.toBe('there');
  expect(hold.ask(false).delay).toBe(0);
});

test('a trial that is told another time to wait keeps that one', async () => {
  const { hold, clock } = held(DAY);
  clock.pass(10_000);
  const failure = limited(5000);
  await expect(hold.ask(true).keep(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(hold.ask(false).delay).toBe(5000);
});

test.each([limited(null), new UpstreamFailure('timeout')])(
  'a trial that tells nothing changes nothing',
  async (failure) => {
    const { hold, clock } = held(DAY);
    clock.pass(10_000);
    await expect(hold.ask(true).keep(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(() => hold.ask(false)).toThrow(expect.objectContaining({ retryAfterMs: DAY - 10_000 }));
  },
);

test('a call that was under way before the wait does not end it', async () => {
  const clock = manualClock();
  const hold = createHold(clock);
  const turn = hold.ask(false);
  hold.extend(limited(DAY), DAY);
  await turn.keep(async () => 'there');
  expect(() => hold.ask(false)).toThrow(UpstreamFailure);
});
