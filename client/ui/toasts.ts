/** A short notice over the screen, perhaps with a way back or on. */
export interface Toast {
  /** Toasts of one id replace each other. */
  readonly id?: string;
  readonly text: string;
  /** A button; the outcome may be another notice. */
  readonly action?: { readonly label: string; readonly run: () => ToastOutcome | Promise<ToastOutcome> };
  /** A link to copy by hand, where the browser would not; such a toast stays until it is closed. */
  readonly link?: string;
}

type ToastOutcome = Toast | null;

/** Toasts for which the part that shows them has not been fetched yet. */
let waiting: readonly Toast[] = [];
let receiver: ((toast: Toast) => void) | null = null;
const listeners = new Set<() => void>();

/** Shows a notice, which goes away by itself. */
export function showToast(toast: Toast): void {
  if (receiver !== null) {
    receiver(toast);
    return;
  }
  waiting = [...waiting, toast];
  for (const listener of listeners) listener();
}

/** Hands over the waiting toasts and all that follow. Returns the way to end that. */
export function receiveToasts(receive: (toast: Toast) => void): () => void {
  receiver = receive;
  for (const toast of waiting) receive(toast);
  waiting = [];
  return () => {
    receiver = null;
  };
}

/** Calls back when a toast begins to wait. */
export function subscribeToWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a toast waits to be shown. */
export const isToastWaiting = (): boolean => waiting.length > 0;
