import { Button } from '../ui/button.tsx';
import styles from './manage-views.module.css';
import type { ViewsState } from './view-store.ts';

type Loading = Pick<ViewsState, 'status' | 'message' | 'retry'>;

/** Whether the reader's own views are on their way or cannot be had, in words. */
export function loadingMessage({ status, message }: Loading): string {
  return status === 'loading'
    ? 'Loading your own views…'
    : `Your own views could not be loaded: ${message ?? 'the cause is unknown.'}`;
}

/** The words about views that are not there, with another try after an error; nothing once they are. */
export function ViewsLoading({ loading }: { readonly loading: Loading }) {
  if (loading.status === 'ready') return null;
  return (
    <div className={styles.none}>
      <p role={loading.status === 'error' ? 'alert' : 'status'}>{loadingMessage(loading)}</p>
      {loading.status === 'error' && <Button onClick={loading.retry}>Try again</Button>}
    </div>
  );
}
