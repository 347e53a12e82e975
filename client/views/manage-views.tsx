import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { storedView, writeMessage } from './change-views.ts';
import styles from './manage-views.module.css';
import { OwnViewRow } from './own-view-row.tsx';
import type { SavedView } from './saved-view.ts';
import type { Views } from './use-views.ts';
import type { ViewWrite } from './view-store.ts';
import { useViewStore } from './view-store-context.ts';
import { ViewsLoading } from './views-loading.tsx';

interface ManageViewsProps {
  readonly views: Views;
  readonly onClose: () => void;
}

/** A view that was deleted here, and where it stood. */
interface Deleted {
  readonly view: SavedView;
  readonly place: number;
}

/** All views of the workspace: which one begins a visit, and the own ones to be renamed, moved and deleted. */
export function ManageViews({ views: { all, own, start, loading }, onClose }: ManageViewsProps) {
  const { workspace } = useListState();
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const store = useViewStore();
  const say = async ({ name }: SavedView, done: string, change: Promise<ViewWrite>) => {
    const write = await change;
    setSaid(writeMessage(name, done, write));
    return write.ok;
  };

  const restore = ({ view, place }: Deleted) => {
    setDeleted(null);
    setRestored(view.id);
    void say(view, `“${view.name}” is back.`, store.add(workspace, storedView(view), place));
  };

  return (
    <ModalDialog title="Views" onClose={onClose}>
      <fieldset className={styles.views}>
        <legend className={styles.legend}>The selected view is your start view.</legend>
        {all.map((view) => (
          <div key={view.id} className={styles.row}>
            <input
              type="radio"
              name="start"
              className={styles.radio}
              aria-label={`Make ${view.name} my start view`}
              checked={view.id === start.id}
              onChange={() =>
                say(view, `“${view.name}” is your start view now.`, store.setStart(workspace, view.id))
              }
            />
            {view.own ? (
              <OwnViewRow
                view={view}
                focused={view.id === restored}
                place={own.indexOf(view)}
                count={own.length}
                others={all.filter((other) => other !== view)}
                onRename={(name) =>
                  say(view, `Renamed to “${name}”.`, store.edit(workspace, storedView(view), { name }))
                }
                onMove={(place) =>
                  say(view, `“${view.name}” has moved.`, store.move(workspace, storedView(view), place))
                }
                onDelete={async () => {
                  const place = own.indexOf(view);
                  const change = store.remove(workspace, storedView(view));
                  if (await say(view, `“${view.name}” is deleted.`, change)) setDeleted({ view, place });
                }}
              />
            ) : (
              <span className={styles.ready}>{view.name}</span>
            )}
          </div>
        ))}
      </fieldset>
      <ViewsLoading loading={loading} />
      {own.length === 0 && deleted === null && loading.status === 'ready' && (
        <p className={styles.none}>
          You have no views of your own yet. Filter the list as you like it and save that as a view.
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.said}>{said}</p>
        {deleted !== null && (
          // The button that had the focus is gone with its view.
          <Button key={deleted.view.id} autoFocus onClick={() => restore(deleted)}>
            Undo
          </Button>
        )}
      </div>
      <Announcement>{said}</Announcement>
    </ModalDialog>
  );
}
