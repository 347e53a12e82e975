import { CircleAlert } from 'lucide-react';
import styles from './failed-line.module.css';
import { RetryButton, RetryCountdown } from './retry.tsx';

interface FailedLineProps {
  /** The thing that could not be loaded, and the cause, in sentences. */
  readonly message: string;
  readonly nextTryAt: number | null;
  readonly isRetrying: boolean;
  readonly retry: () => void;
}

/** In the place of a part's content, or over an old one: that it could not be had, and another try. */
export function FailedLine({ message, nextTryAt, isRetrying, retry }: FailedLineProps) {
  return (
    <div className={styles.line}>
      <CircleAlert aria-hidden className={styles.icon} />
      <p className={styles.message}>
        <span role="status">{message}</span> <RetryCountdown nextTryAt={nextTryAt} isRetrying={isRetrying} />
      </p>
      <RetryButton isRetrying={isRetrying} onRetry={retry} />
    </div>
  );
}
