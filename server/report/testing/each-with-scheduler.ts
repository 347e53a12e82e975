import { pino } from 'pino';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ReportSchedule } from '../../../contract/index.ts';
import { createMemoryReportStore } from '../../store/memory-report-store.ts';
import { createScheduler, type ReportEnd, type Scheduler } from '../scheduler.ts';
import type { Mail, MailOutcome } from '../send-mail.ts';
import type { ReportStore } from '../stored.ts';

/** The workspace that is reported on. */
export const SOURCE = { baseUrl: 'https://api.example.com', workspace: '42' };
/** A schedule that is on. */
export const SCHEDULE: ReportSchedule = {
  version: 0,
  recipients: ['ann@example.com'],
  weekday: 'monday',
  at: '08:00',
  zone: 'UTC',
  enabled: true,
};
/** A Sunday. */
export const BEFORE = Date.parse('2026-11-22T20:00:00Z');
/** The first instant after it that the schedule names. */
export const DUE = Date.parse('2026-11-23T08:00:00Z');
/** An hour in milliseconds. */
export const HOUR = 3_600_000;

/** Objects of one test. */
interface Bench {
  store: ReportStore;
  mail: Mail | null;
  /** Fate of the next ones that are sent; each is sent to all where nothing is said. */
  outcomes: MailOutcome[];
  sentAt: string[];
  ends: ReportEnd[];
  /** A process that begins now; one of several where it says whether it sends. */
  start(isSender?: () => boolean): Scheduler;
}

/** Gives every test of a file a schedule that is due the next morning, and a clock that the test moves. */
export function eachWithScheduler(): Bench {
  const bench = {} as Bench;
  let schedulers: Scheduler[];
  beforeEach(async () => {
    vi.useFakeTimers({ now: BEFORE });
    bench.store = createMemoryReportStore();
    await bench.store.save(SOURCE, SCHEDULE, BEFORE);
    bench.mail = { subject: 's', text: 't', html: 'h' };
    bench.outcomes = [];
    bench.sentAt = [];
    bench.ends = [];
    schedulers = [];
    bench.start = (isSender) => {
      const scheduler = schedulerOf(bench, isSender);
      schedulers.push(scheduler);
      scheduler.wake();
      return scheduler;
    };
  });
  afterEach(async () => {
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
    vi.useRealTimers();
  });
  return bench;
}

function schedulerOf(bench: Bench, isSender?: () => boolean): Scheduler {
  return createScheduler({
    source: SOURCE,
    store: bench.store,
    compose: () => bench.mail,
    async send() {
      bench.sentAt.push(new Date().toISOString().slice(11, 16));
      return bench.outcomes.shift() ?? { kind: 'sent', refused: 0 };
    },
    logger: pino({ level: 'silent' }),
    now: Date.now,
    onEnd: (end) => bench.ends.push(end),
    isSender,
  });
}

/** Lets time pass until then. */
export const until = (instant: number) => vi.advanceTimersByTimeAsync(instant - Date.now());
