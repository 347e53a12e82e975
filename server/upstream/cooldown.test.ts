import { expect, test } from 'vitest';
import { manualClock } from '../test/clock.ts';
import { createCooldown } from './cooldown.ts';
import { UpstreamFailure } from './failure.ts';

const DAY = 86_400_000;

function limited(retryAfterMs: number | null): UpstreamFailure {
  return new UpstreamFailure('rate-limited', { status: 429, retryAfterMs });
}

/** A cooldown that the upstream has asked for, for so long. */
function held(milliseconds: number) {
  const clock = manualClock();
  const cooldown = createCooldown(clock);
  cooldown.extend(limited(milliseconds), milliseconds);
  return { clock, cooldown };
}

test('without a word of the upstream nobody waits', () => {
  expect(createCooldown(manualClock()).acquire(false).delay).toBe(0);
});

test('a short wait is kept by everybody', () => {
  const { cooldown, clock } = held(60_000);
  expect(cooldown.acquire(false).delay).toBe(60_000);
  clock.pass(20_000);
  expect(cooldown.acquire(true).delay).toBe(40_000);
});

test('a long wait is kept by who does not force it', () => {
  const { cooldown, clock } = held(DAY);
  clock.pass(DAY / 2);
  expect(() => cooldown.acquire(false)).toThrow(expect.objectContaining({ retryAfterMs: DAY / 2 }));
});

test('who forces it may try, once in ten seconds whoever it is, and not within ten of the answer', () => {
  const { cooldown, clock } = held(DAY);
  const trials: number[] = [];
  for (; clock.now() < 60_000; clock.pass(500)) {
    try {
      expect(cooldown.acquire(true).delay).toBe(0);
      trials.push(clock.now());
    } catch (error) {
      expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: DAY - clock.now() });
    }
  }
  expect(trials).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
});

test('a trial that is answered ends the wait for all', async () => {
  const { cooldown, clock } = held(DAY);
  clock.pass(10_000);
  await expect(cooldown.acquire(true).run(async () => 'there')).resolves.toBe('there');
  expect(cooldown.acquire(false).delay).toBe(0);
});

test('a trial that is told another time to wait keeps that one', async () => {
  const { cooldown, clock } = held(DAY);
  clock.pass(10_000);
  const failure = limited(5000);
  await expect(cooldown.acquire(true).run(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(cooldown.acquire(false).delay).toBe(5000);
});

test.each([limited(null), new UpstreamFailure('timeout')])(
  'a trial that tells nothing changes nothing',
  async (failure) => {
    const { cooldown, clock } = held(DAY);
    clock.pass(10_000);
    await expect(cooldown.acquire(true).run(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(() => cooldown.acquire(false)).toThrow(expect.objectContaining({ retryAfterMs: DAY - 10_000 }));
  },
);

test('a call that was under way before the wait does not end it', async () => {
  const clock = manualClock();
  const cooldown = createCooldown(clock);
  const permit = cooldown.acquire(false);
  cooldown.extend(limited(DAY), DAY);
  await permit.run(async () => 'there');
  expect(() => cooldown.acquire(false)).toThrow(UpstreamFailure);
});
