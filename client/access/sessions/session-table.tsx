import type { OpenSession } from '../../../contract/index.ts';
import { Button } from '../../ui/button.tsx';
import styles from '../access-table.module.css';
import { Instant } from '../instant.tsx';

interface SessionTableProps {
  readonly sessions: readonly OpenSession[];
  /** Whether each says whose it is. */
  readonly showsPerson: boolean;
  readonly onEnd: (session: OpenSession) => void;
}

/** Sessions with when they began, were last seen and end. The reader's own one of now ends by signing out. */
export function SessionTable({ sessions, showsPerson, onEnd }: SessionTableProps) {
  return (
    <table className={styles.table} aria-label="Sessions">
      <thead>
        <tr>
          {showsPerson && <th scope="col">Person</th>}
          <th scope="col">Last seen</th>
          <th scope="col">Signed in</th>
          <th scope="col">Expires</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            {showsPerson && (
              <th scope="row">
                <bdi>{session.person.name}</bdi>
              </th>
            )}
            <td data-label="seen" className={styles.short}>
              <Instant at={session.seenAt} relative />
            </td>
            <td data-label="signed in" className={styles.short}>
              <Instant at={session.createdAt} />
            </td>
            <td data-label="expires" className={styles.short}>
              <Instant at={session.endsAt} />
            </td>
            <td className={styles.act}>
              {session.isCurrent ? (
                <span className={styles.badge}>This session</span>
              ) : (
                <Button aria-label={`End session of ${session.person.name}`} onClick={() => onEnd(session)}>
                  End
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
