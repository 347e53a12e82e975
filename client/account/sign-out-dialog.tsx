import { useEffect, useState } from 'react';
import type { Me } from '../../contract/index.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import styles from './kept-list.module.css';
import { KeptList, useKeptMeetings } from './kept-list.tsx';
import { eraseTickets } from './kept-meetings.ts';
import { STILL_SIGNED_IN, signOutOfAll } from './leave.ts';

interface SignOutDialogProps {
  readonly me: Me;
  readonly url: string;
  readonly onClose: () => void;
}

/** Signs out, with tickets and names erased from the browser; where meetings would go with them, it asks before. */
export function SignOutDialog({ me, url, onClose }: SignOutDialogProps) {
  const { data, error } = useKeptMeetings();
  const [failure, setFailure] = useState<string | null>(null);
  const count = data === undefined ? null : data.meetings.length + data.unreadable;
  const signOut = async () => {
    try {
      await eraseTickets();
    } catch (reason) {
      setFailure(`This browser’s data could not be erased: ${(reason as Error).message}`);
      return;
    }
    await signOutOfAll(me, url).catch(() => setFailure(STILL_SIGNED_IN));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known that nothing is lost
  useEffect(() => {
    if (count === 0) void signOut();
  }, [count]);
  return (
    <ModalDialog title="Sign out" onClose={onClose}>
      {data === undefined || count === 0 ? (
        <p role="status">Signing out…</p>
      ) : (
        <>
          <p>
            These meetings are in this browser alone. Signing out erases them, with their tickets: save what
            you want to keep.
          </p>
          <KeptList me={me} kept={data} />
        </>
      )}
      {failure !== null && <p role="alert">{failure}</p>}
      {error !== null && <p role="alert">This browser’s meetings could not be read: {error.message}</p>}
      <div className={styles.ways}>
        <Button onClick={onClose}>Stay signed in</Button>
        {count !== null && count > 0 && (
          <Button variant="primary" onClick={() => void signOut()}>
            Erase and sign out
          </Button>
        )}
      </div>
    </ModalDialog>
  );
}
