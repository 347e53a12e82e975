import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { savedMessage } from './change-views.ts';
import styles from './manage-views.module.css';
import { OwnViewRow } from './own-view-row.tsx';
import type { SavedView } from './saved-view.ts';
import type { Views } from './use-views.ts';
import { viewStore } from './view-store.ts';

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
export function ManageViews({ views: { all, own, start }, onClose }: ManageViewsProps) {
  const { workspace } = useListState();
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const say = async (done: string, change: Promise<boolean>) => setSaid(savedMessage(done, await change));

  const restore = ({ view, place }: Deleted) => {
    setDeleted(null);
    setRestored(view.id);
    void say(`“${view.name}” is back.`, viewStore.save(workspace, keptOf(view), place));
  };

  return (
    <ModalDialog title="Views" onClose={onClose}>
      <fieldset className={styles.views}>
        <legend className={styles.legend}>The view marked here is the one that a visit begins with.</legend>
        {all.map((view) => (
          <div key={view.id} className={styles.row}>
            <input
              type="radio"
              name="start"
              className={styles.radio}
              aria-label={`Begin with ${view.name}`}
              checked={view.id === start.id}
              onChange={() =>
                say(`Visits begin with “${view.name}”.`, viewStore.setStart(workspace, view.id))
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
                  say(`Renamed to “${name}”.`, viewStore.edit(workspace, keptOf(view), { name }))
                }
                onMove={(place) =>
                  say(`“${view.name}” has moved.`, viewStore.move(workspace, view.id, place))
                }
                onDelete={() => {
                  setDeleted({ view, place: own.indexOf(view) });
                  void say(`“${view.name}” is deleted.`, viewStore.remove(workspace, view.id));
                }}
              />
            ) : (
              <span className={styles.ready}>{view.name}</span>
            )}
          </div>
        ))}
      </fieldset>
      {own.length === 0 && deleted === null && (
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

function keptOf({ id, name, search }: SavedView) {
  return { id, name, search };
}
