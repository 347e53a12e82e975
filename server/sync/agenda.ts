import type { Step, Task } from './schedule.ts';

/** A task under way. */
export interface RunningTask {
  readonly task: Task;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Is aborted when it shall end early. */
  readonly signal: AbortSignal;
}

/** Runs something later, and answers what cancels it. */
export type SetTimer = (run: () => void, milliseconds: number) => () => void;

interface AgendaOptions {
  /** What is due next; null while nothing is. Asked anew whenever something has changed. */
  readonly next: () => Step | null;
  /** Must not reject. */
  readonly run: (task: RunningTask) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimer?: SetTimer | undefined;
}

/** One workspace's tasks, one at a time. Nothing runs before the start and after the stop. */
export interface Agenda {
  current(): RunningTask | null;
  /** Begins what is due, or sets the clock to when it is. */
  plan(): void;
  /** Begins a task now, or a read after a look that is under way; what is under way is not begun again. */
  begin(task: Task): void;
  /** From now on tasks are run. Begins with a read. */
  start(): void;
  /** Ends the task under way. Resolves when it has ended. */
  stop(): Promise<void>;
}

export function createAgenda({ next, run, now, setTimer = setIdleTimer }: AgendaOptions): Agenda {
  let running = false;
  let current: RunningTask | null = null;
  let ended: Promise<void> = Promise.resolve();
  let abort = new AbortController();
  let readWished = false;
  let cancelTimer = () => {};

  function plan(): void {
    cancelTimer();
    if (!running || current !== null) return;
    const step = next();
    if (step === null) return;
    const wait = step.at - now();
    if (wait <= 0) begin(step.task);
    else cancelTimer = setTimer(plan, wait);
  }

  function begin(task: Task): void {
    readWished ||= task === 'read' && current?.task === 'look';
    if (!running || current !== null) return;
    cancelTimer();
    abort = new AbortController();
    current = { task, startedAt: now(), signal: abort.signal };
    ended = run(current).finally(end);
  }

  function end(): void {
    current = null;
    const wished = readWished;
    readWished = false;
    if (wished) begin('read');
    else plan();
  }

  return {
    current: () => current,
    plan,
    begin,
    start() {
      running = true;
      begin('read');
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
function setIdleTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
}
