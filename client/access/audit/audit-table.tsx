import type { AuditLogEntry, Me } from '../../../contract/index.ts';
import { useZone } from '../../settings/settings.ts';
import { classes } from '../../ui/classes.ts';
import styles from '../access-table.module.css';
import { Instant } from '../instant.tsx';
import { ACTION_NAMES, detailText, whoText } from './audit-texts.ts';

interface AuditTableProps {
  readonly entries: readonly AuditLogEntry[];
  readonly me: Me;
  readonly isStale: boolean;
}

/** Entries of the audit log, newest first. */
export function AuditTable({ entries, me, isStale }: AuditTableProps) {
  const zone = useZone();
  const hasWorkspaces = me.workspaces.length > 1;
  return (
    <table className={styles.table} aria-label="Audit log" aria-busy={isStale}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Action</th>
          {hasWorkspaces && <th scope="col">Workspace</th>}
          <th scope="col">Details</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added at either end, and have no state
          <tr key={`${entry.at} ${index}`}>
            <td className={styles.short}>
              <Instant at={entry.at} />
            </td>
            <td className={entry.who === null ? styles.faint : undefined}>
              <bdi>{whoText(entry)}</bdi>
            </td>
            <td className={classes(styles.short, styles.action)}>
              {ACTION_NAMES[entry.action] ?? entry.action}
            </td>
            {hasWorkspaces && (
              <td>{entry.workspace !== null && <bdi>{workspaceName(entry.workspace, me)}</bdi>}</td>
            )}
            <td className={styles.faint}>
              <bdi>{detailText(entry, zone)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function workspaceName(workspace: string, { workspaces }: Me): string {
  return workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
}
