import type { ApiToken, Role } from '../../../contract/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from '../access-table.module.css';
import { Instant } from '../instant.tsx';

/** Roles as people call them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  member: 'Member',
  admin: 'Admin',
};

interface TokenTableProps {
  readonly label: string;
  readonly tokens: readonly ApiToken[];
  /** Whether each says whose it is. */
  readonly showsPerson?: boolean;
  readonly onRevoke: (token: ApiToken) => void;
}

/** API tokens with what they may do, until when, and when they were last used. */
export function TokenTable({ label, tokens, showsPerson = false, onRevoke }: TokenTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {showsPerson && <th scope="col">Created by</th>}
          <th scope="col">Role</th>
          <th scope="col">Created</th>
          <th scope="col">Expires</th>
          <th scope="col">Last used</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              <bdi>{token.name}</bdi>
            </th>
            {showsPerson && (
              <td data-label="by">
                <bdi>{token.person.name}</bdi>
              </td>
            )}
            <td className={styles.short}>{ROLE_NAMES[token.role]}</td>
            <td data-label="created" className={styles.short}>
              <Instant at={token.createdAt} />
            </td>
            <End at={token.expiresAt} />
            <td data-label="last used" className={styles.short}>
              {token.usedAt === null ? 'never' : <Instant at={token.usedAt} relative />}
            </td>
            <td className={styles.act}>
              <Button aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
                Revoke
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Milliseconds before its end from which on it is told. */
const SOON_MS = 7 * 86_400_000;

function End({ at }: { readonly at: string }) {
  const left = Date.parse(at) - serverNow();
  const tone = left <= 0 ? styles.faint : left < SOON_MS && styles.soon;
  return (
    <td data-label={left <= 0 ? 'expired' : 'expires'} className={classes(styles.short, tone)}>
      <Instant at={at} relative={left < SOON_MS} />
    </td>
  );
}
