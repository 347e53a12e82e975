import type { Browser } from '@playwright/test';
import { formatMs } from './figures.ts';

/** A task of a page's main thread, in milliseconds. */
export interface Task {
  /** Time from its start to its end, with what other programs took of it. */
  readonly wall: number;
  /** Time that the thread itself has worked: the same however busy the machine is. */
  readonly cpu: number;
}

/** Count of tasks over 50 ms, and the longest, by one of the two clocks. */
interface LongTasks {
  readonly count: number;
  readonly longest: number;
}

const LONG = 50;

/** Does something while the browser notes the tasks of its pages. */
export async function traceTasks<Result>(
  browser: Browser,
  act: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly tasks: readonly Task[] }> {
  const session = await browser.newBrowserCDPSession();
  const pageThreads = new Set<string>();
  const noted: { readonly thread: string; readonly task: Task }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) {
      const thread = `${event.pid} ${event.tid}`;
      if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain') pageThreads.add(thread);
      if (event.name === 'ThreadControllerImpl::RunTask' && event.dur !== undefined)
        noted.push({ thread, task: toTask(event.dur, event.tdur ?? event.dur) });
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: ['toplevel'],
      excludedCategories: ['*'],
    },
  });
  const result = await act();
  const complete = new Promise<unknown>((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return {
    result,
    tasks: noted.filter(({ thread }) => pageThreads.has(thread)).map(({ task }) => task),
  };
}

/** An event as the browser writes it; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** No thread works longer than the time that has passed: the thread's clock jumps where a machine is a guest of another. */
function toTask(duration: number, worked: number): Task {
  return { wall: duration / 1_000, cpu: Math.min(duration, worked) / 1_000 };
}

/** A sentence on the long ones among the tasks. */
export function formatLongTasks(tasks: readonly Task[]): string {
  const wall = longTasks(tasks.map((task) => task.wall));
  const cpu = longTasks(tasks.map((task) => task.cpu));
  return (
    `${wall.count} tasks took over ${LONG} ms, the longest ${formatMs(wall.longest)} ms; by the thread's own clock, ` +
    `without what other programs took of them, ${cpu.count}, the longest ${formatMs(cpu.longest)} ms.`
  );
}

function longTasks(durations: readonly number[]): LongTasks {
  return {
    count: durations.filter((duration) => duration > LONG).length,
    longest: durations.reduce((longest, duration) => Math.max(longest, duration), 0),
  };
}
