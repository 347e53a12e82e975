import { useSecondsUntil } from '../clock/use-seconds-until.ts';
import { Button } from './button.tsx';

interface RetryProps {
  /** Instant of the next automatic try, by the monotonic clock; null for none. */
  readonly nextTryAt: number | null;
  readonly isRetrying: boolean;
  readonly onRetry: () => void;
}

/** Time until the next automatic try: `Retrying in 5 s`. Nothing where there is none. */
export function RetryCountdown({ nextTryAt, isRetrying }: Omit<RetryProps, 'onRetry'>) {
  const seconds = useSecondsUntil(nextTryAt);
  if (!isRetrying && seconds === null) return null;
  // Told by the eye alone: a screen reader would say every second of it.
  return (
    <span aria-live="off">{isRetrying || seconds === 0 ? 'Retrying…' : `Retrying in ${seconds} s`}</span>
  );
}

/** Tries again now. It keeps its place and its words while it does. */
export function RetryButton({ isRetrying, onRetry }: Omit<RetryProps, 'nextTryAt'>) {
  return (
    <Button aria-disabled={isRetrying} onClick={() => isRetrying || onRetry()}>
      Retry
    </Button>
  );
}
