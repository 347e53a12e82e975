import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serverClock, serverNow } from './server-clock.ts';
import { useServerNow } from './use-server-now.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  // Other files share the clock: it is put right again.
  const at = performance.now();
  serverClock.learn({ date: new Date().toUTCString(), sentAt: at, receivedAt: at });
  vi.useRealTimers();
});

function Shown({ name, interval }: { readonly name: string; readonly interval: number }) {
  return <output aria-label={name}>{useServerNow(interval)}</output>;
}

const shown = (name: string) => Number(screen.getByLabelText(name).textContent);

test('each time on screen is renewed as often as it asks for, by one timer', () => {
  const begun = vi.spyOn(globalThis, 'setInterval');
  render(
    <>
      <Shown name="each second" interval={1_000} />
      <Shown name="each minute" interval={60_000} />
    </>,
  );
  expect(begun).toHaveBeenCalledTimes(1);
  // Over fake timers a spy has to go before they do, else it puts them back.
  begun.mockRestore();
  const [second, minute] = [shown('each second'), shown('each minute')];
  act(() => vi.advanceTimersByTime(5_000));
  expect(shown('each second')).toBe(second + 5_000);
  expect(shown('each minute')).toBe(minute);
  act(() => vi.advanceTimersByTime(55_000));
  expect(shown('each minute')).toBe(minute + 60_000);
});

test('what the server tells of the time is shown at once', () => {
  render(<Shown name="each minute" interval={60_000} />);
  const at = performance.now();
  const ahead = new Date(serverNow() + 3_600_000).toUTCString();
  act(() => serverClock.learn({ date: ahead, sentAt: at, receivedAt: at }));
  expect(Math.abs(shown('each minute') - Date.parse(ahead))).toBeLessThanOrEqual(1_000);
});
