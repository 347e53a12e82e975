import { formatCount } from '../../format/numbers.ts';
import { showToast, type Toast } from '../../ui/toasts.ts';

/** Toasts about what is shared replace each other. */
const ID = 'share';

/** Share of the whole after which progress is told again: each time is read aloud. */
const STEP = 0.1;

interface TaskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
}

let running: AbortController | null = null;

/**
 * Runs a task that reads tickets, with its progress, a way to cancel it and its end in one toast. It outlives the menu that
 * it was chosen in; a task that is still running is cancelled by the next.
 *
 * @param task returns the notice of its end, or null for none
 * @param describeFailure words the cause of a failure, in sentences
 */
export async function runWithToast(
  task: (options: TaskOptions) => Promise<Toast | null>,
  describeFailure: (error: unknown) => string,
): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  const { signal } = controller;
  running = controller;
  const tell = (toast: Toast | null) => {
    if (toast !== null && !signal.aborted) showToast({ ...toast, id: ID });
  };
  const cancel = () => {
    controller.abort();
    return { text: 'Cancelled.', id: ID };
  };
  let told = 0;
  const onProgress = (done: number, total: number | null) => {
    if (total === null || done >= total || done < told) return;
    told = done + total * STEP;
    const text = `${formatCount(done)} of ${formatCount(total)} tickets read …`;
    tell({ text, action: { label: 'Cancel', run: cancel } });
  };
  try {
    tell(await task({ signal, onProgress }));
  } catch (error) {
    tell({ text: describeFailure(error) });
  }
}
