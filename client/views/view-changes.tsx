import { Button } from '../ui/button.tsx';
import type { ActiveView } from './use-active-view.ts';
import styles from './view-heading.module.css';
import type { ViewAction } from './view-menu.tsx';

interface ViewChangesProps {
  readonly activeView: ActiveView;
  readonly actions: Readonly<Record<ViewAction, () => void>>;
}

/** Keeps a change or takes it back; only where there is one. */
export function ViewChanges({ activeView: { inUse, savable, name }, actions }: ViewChangesProps) {
  if (!savable || (inUse === null && name === 'All tickets')) return null;
  return (
    <div className={styles.changes} data-changes>
      {inUse?.view.own ? (
        <Button variant="plain" onClick={actions.update}>
          Save changes
        </Button>
      ) : (
        <Button variant="plain" onClick={actions.save}>
          Save as…
        </Button>
      )}
      {inUse !== null && (
        <Button variant="plain" onClick={actions.reset}>
          Reset
        </Button>
      )}
    </div>
  );
}
