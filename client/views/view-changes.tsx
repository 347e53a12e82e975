import { X } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import type { ActiveView } from './use-active-view.ts';
import type { Notice } from './use-view-notice.ts';
import styles from './view-heading.module.css';
import type { ViewAction } from './view-menu.tsx';

interface ViewChangesProps {
  readonly activeView: ActiveView;
  readonly notice: Notice | null;
  readonly actions: Readonly<Record<ViewAction, () => void>>;
  /** Takes the next notice; null puts it away. */
  readonly onNotice: (notice: Notice | null) => void;
}

/** Keeps a change or takes it back; only where there is one. What has just been done takes its place for a while. */
export function ViewChanges({
  activeView: { inUse, savable, name },
  notice,
  actions,
  onNotice,
}: ViewChangesProps) {
  if (notice !== null) return <NoticeLine notice={notice} onNotice={onNotice} />;
  if (!savable || (inUse === null && name === 'All tickets')) return null;
  return (
    <div className={styles.changes}>
      {inUse?.view.own ? (
        <Button onClick={actions.update}>Save changes</Button>
      ) : (
        <Button onClick={actions.save}>Save as…</Button>
      )}
      {inUse !== null && (
        <Button variant="plain" onClick={actions.reset}>
          Reset
        </Button>
      )}
    </div>
  );
}

function NoticeLine({
  notice: { text, action, link },
  onNotice,
}: Pick<ViewChangesProps, 'onNotice'> & {
  readonly notice: Notice;
}) {
  return (
    <div className={styles.notice}>
      <span>{text}</span>
      {link !== undefined && (
        <input
          className={styles.link}
          aria-label="Link to this view"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      )}
      {action && <Button onClick={() => void action.run().then(onNotice)}>{action.label}</Button>}
      <IconButton label="Put the message away" onClick={() => onNotice(null)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
