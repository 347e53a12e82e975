import { MAX_TIMER_MS } from '../upstream/sleep.ts';
import type { Step, Task } from './schedule.ts';

/** A task under way. */
export interface RunningTask {
  readonly task: Task;
  /** A moment. */
  readonly startedAt: number;
  /** Whether a person has asked for it. */
  readonly isRequested: boolean;
  /** Is aborted when it shall end early. */
  readonly signal: AbortSignal;
}

/** Runs something later, and answers what cancels it. */
export type SetTimer = (run: () => void, milliseconds: number) => () => void;

interface TaskRunnerOptions {
  /** The task that is due next; null while nothing is. Asked anew whenever something has changed. */
  readonly next: () => Step | null;
  /** Must not reject. */
  readonly run: (task: RunningTask) => Promise<void>;
  /** The moment that it is. */
  readonly now: () => number;
  readonly setTimer?: SetTimer | undefined;
}

/** One workspace's tasks, one at a time. Nothing runs before the start and after the stop. */
export interface TaskRunner {
  current(): RunningTask | null;
  /** Begins what is due, or sets a timer to when it is. */
  plan(): void;
  /**
   * Begins a requested task now, or a requested read after a check that is under way; what is under way is not
   * begun again.
   */
  runNow(task: Task): void;
  /** From now on tasks are run. Begins with a read, if one is due. */
  start(isReadDue: boolean): void;
  /** Ends the task under way. Resolves when it has ended. */
  stop(): Promise<void>;
}

export function createTaskRunner({ next, run, now, setTimer = setIdleTimer }: TaskRunnerOptions): TaskRunner {
  let running = false;
  let current: RunningTask | null = null;
  let ended: Promise<void> = Promise.resolve();
  let abort = new AbortController();
  let readRequested = false;
  let cancelTimer = () => {};

  function plan(): void {
    cancelTimer();
    if (!running || current !== null) return;
    const step = next();
    if (step === null) return;
    const wait = step.at - now();
    if (wait <= 0) begin(step.task, step.isRequested);
    else cancelTimer = setTimer(plan, Math.min(wait, MAX_TIMER_MS));
  }

  function runNow(task: Task): void {
    readRequested ||= task === 'read' && current?.task === 'check';
    begin(task, true);
  }

  function begin(task: Task, isRequested: boolean): void {
    if (!running || current !== null) return;
    cancelTimer();
    abort = new AbortController();
    current = { task, startedAt: now(), isRequested, signal: abort.signal };
    ended = run(current).finally(end);
  }

  function end(): void {
    current = null;
    const requested = readRequested;
    readRequested = false;
    if (requested) begin('read', true);
    else plan();
  }

  return {
    current: () => current,
    plan,
    runNow,
    start(isReadDue) {
      running = true;
      if (isReadDue) begin('read', false);
      else plan();
    },
    async stop() {
      running = false;
      cancelTimer();
      abort.abort();
      await ended;
    },
  };
}

/** A timer that does not keep the process from ending. */
export function setIdleTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
}
