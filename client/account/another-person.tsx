import { UserRoundX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Me } from '../../contract/index.ts';
import { homeAddress } from '../base/base-path.ts';
import { Loading } from '../states/loading.tsx';
import { Panel } from '../states/panel.tsx';
import { setStorageOwner } from '../storage/owner.ts';
import { Button } from '../ui/button.tsx';
import styles from './kept-list.module.css';
import { KeptList, useKeptMeetings } from './kept-list.tsx';
import { eraseTickets } from './kept-meetings.ts';
import { STILL_SIGNED_IN, signOutOnly } from './leave.ts';
import { personLine } from './person-line.ts';

interface AnotherPersonProps {
  readonly me: Me;
  /** Whether this tab shows an address of the person before, which may hold what they searched for. */
  readonly wasShown: boolean;
}

/** Erases the tickets and names of whoever was here before; meetings among them are told first. */
export function AnotherPerson({ me, wasShown }: AnotherPersonProps) {
  const { data, error } = useKeptMeetings();
  const [failure, setFailure] = useState<string | null>(null);
  const count = data === undefined ? null : data.meetings.length + data.unreadable;
  const erase = () =>
    eraseTickets().then(
      () => {
        setStorageOwner(me.user?.id ?? null);
        // What the page has in memory goes with it.
        location.replace(wasShown ? homeAddress() : location.href);
      },
      (reason: Error) => setFailure(`This browser’s data could not be erased: ${reason.message}`),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known that nothing is lost
  useEffect(() => {
    if (count === 0) void erase();
  }, [count]);
  const { signOutUrl } = me;
  const signOut = (url: string) => signOutOnly(me, url).catch(() => setFailure(STILL_SIGNED_IN));
  const trouble =
    failure ?? (error === null ? null : `This browser’s meetings could not be read: ${error.message}`);
  if (trouble === null && (data === undefined || count === 0)) return <Loading />;
  return (
    <Panel icon={UserRoundX} title="Somebody else has worked in this browser">
      {me.user !== null && (
        <p>
          You are signed in as <bdi>{personLine(me.user)}</bdi>.
        </p>
      )}
      {data !== undefined && (
        <>
          <p>
            Meetings of the person before are here, with their tickets. They are erased when you go on, and
            stay for that person when you sign out.
          </p>
          <KeptList me={me} kept={data} />
        </>
      )}
      {trouble !== null && <p role="alert">{trouble}</p>}
      <div className={styles.ways}>
        {signOutUrl !== null && <Button onClick={() => void signOut(signOutUrl)}>Sign out</Button>}
        <Button variant="primary" onClick={() => void erase()}>
          Erase and go on
        </Button>
      </div>
    </Panel>
  );
}
