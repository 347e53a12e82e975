import { setImmediate } from 'node:timers/promises';

/** A clock that stands still until it is told to run, in place of real time and timers. */
export interface VirtualClock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  setTimer(run: () => void, milliseconds: number): () => void;
  /** Runs everything due until then, each thing at its instant. */
  runUntil(instant: number): Promise<void>;
}

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** Turns of the event loop that finish everything that does not wait for the clock. */
const TURNS = 3;

export function createVirtualClock(start: number): VirtualClock {
  let time = start;
  const alarms = new Set<Alarm>();

  function setTimer(run: () => void, milliseconds: number): () => void {
    const alarm = { at: time + Math.max(0, milliseconds), run };
    alarms.add(alarm);
    return () => alarms.delete(alarm);
  }

  function takeNext(until: number): Alarm | null {
    let next: Alarm | null = null;
    for (const alarm of alarms) {
      if (alarm.at <= until && (next === null || alarm.at < next.at)) next = alarm;
    }
    if (next !== null) alarms.delete(next);
    return next;
  }

  return {
    now: () => time,
    sleep: (milliseconds) => new Promise((resolve) => setTimer(resolve, milliseconds)),
    setTimer,
    async runUntil(instant) {
      for (let alarm = takeNext(instant); alarm !== null; alarm = takeNext(instant)) {
        time = alarm.at;
        alarm.run();
        for (let turn = 0; turn < TURNS; turn++) await setImmediate();
      }
      time = instant;
    },
  };
}
