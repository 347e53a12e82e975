import { useEffect, useState, useSyncExternalStore } from 'react';
import { serverClock, serverNow } from './server-clock.ts';

/** Interval of the one timer behind all times on screen, in milliseconds. */
const TICK = 1_000;

/** Called at each tick, and with `force` when the time was corrected. */
type Listener = (now: number, force: boolean) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;

/** The server's time in epoch milliseconds, renewed every `interval` milliseconds while the tab is visible. */
export function useServerNow(interval: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const onTick: Listener = (time, force) =>
      setNow((shown) => (force || time - shown >= interval || time < shown ? time : shown));
    return listen(onTick);
  }, [interval]);
  return now;
}

/** A value derived from the server's time, such as its day: only a change of the value causes a render. */
export function useFromServerNow<Value extends string | number>(read: (now: number) => Value): Value {
  return useSyncExternalStore(listen, () => read(serverNow()));
}

function listen(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function start(): () => void {
  const tell = (force: boolean) => {
    if (document.visibilityState !== 'visible') return;
    const now = serverNow();
    for (const listener of listeners) listener(now, force);
  };
  const correct = () => tell(true);
  const timer = setInterval(() => tell(false), TICK);
  document.addEventListener('visibilitychange', correct);
  const unsubscribe = serverClock.subscribe(correct);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', correct);
    unsubscribe();
  };
}
