import { ArrowUp } from 'lucide-react';
import type { Changes } from '../../contract/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState, useOutage, useSnapshotStatus } from '../workspace/workspace-context.ts';

/** Changes to this list in a newer snapshot, shown only on request: nothing moves by itself. */
export function NewerData({ className }: { readonly className?: string | undefined }) {
  const listState = useListState();
  const status = useSnapshotStatus();
  const outage = useOutage();
  const changes = status === null || outage !== null ? null : formatChanges(status.changes);
  return (
    <>
      {changes !== null && (
        <Button
          variant="primary"
          className={className}
          aria-keyshortcuts="."
          data-command="newest"
          onClick={listState.showNewest}
        >
          <ArrowUp aria-hidden />
          Show {changes}
        </Button>
      )}
      <Announcement>{changes === null ? '' : `There is newer data: ${changes}`}</Announcement>
    </>
  );
}

/** `4 new, 2 changed, 1 gone`; null when there is nothing to tell. */
function formatChanges({ added, changed, gone }: Changes): string | null {
  const parts = [
    added > 0 && `${formatCount(added)} new`,
    changed > 0 && `${formatCount(changed)} changed`,
    gone > 0 && `${formatCount(gone)} gone`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(', ');
}
