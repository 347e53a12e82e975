import { CircleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import type { Session } from '../session/session.ts';
import styles from './walk-screen.module.css';

interface SavedWordsProps {
  readonly session: Session;
  /** Whether what is kept outlives the page. */
  readonly lasting: boolean;
}

/** Whether everything that was entered is kept. */
export function SavedWords({ session, lasting }: SavedWordsProps) {
  const saving = useSyncExternalStore(session.subscribe, session.saving);
  if (typeof saving === 'object') {
    return (
      <span role="alert" className={styles.failed}>
        <CircleAlert aria-hidden />
        Not saved: {saving.failed}
        <Button onClick={session.retry}>Try again</Button>
      </span>
    );
  }
  if (!lasting) return <strong>Kept only until this window closes</strong>;
  return <span>{saving === 'saved' ? 'Saved in this browser' : 'Saving…'}</span>;
}
