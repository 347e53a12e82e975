import { CircleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import type { MeetingSession } from '../session/meeting-session.ts';
import styles from './presenter-screen.module.css';

interface SavingStatusProps {
  readonly session: MeetingSession;
  /** Whether stored meetings outlive the page. */
  readonly lasting: boolean;
}

/** The state of saving: saved, saving, or failed with another try. */
export function SavingStatus({ session, lasting }: SavingStatusProps) {
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
