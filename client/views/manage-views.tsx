import { useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { showToast } from '../ui/toasts.ts';
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
  /** Saves what is on screen as the first one. */
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** All views of the workspace: which one begins a visit, and the own ones to be renamed, moved and deleted. */
export function ManageViews({ views: { all, own, start, loading }, onSave, onClose }: ManageViewsProps) {
  const { workspace } = useListState();
  const list = useRef<HTMLFieldSetElement>(null);
  const [said, setSaid] = useState('');
  const store = useViewStore();
  const say = async ({ name }: SavedView, done: string, change: Promise<ViewWrite>) => {
    const write = await change;
    setSaid(writeMessage(name, done, write));
    return write.ok;
  };

  const remove = async (view: SavedView, place: number) => {
    const write = await store.remove(workspace, storedView(view));
    const text = writeMessage(view.name, `“${view.name}” is deleted.`, write);
    if (!write.ok) return setSaid(text);
    setSaid('');
    const run = async () => {
      const undone = await store.add(workspace, storedView(view), place);
      return undone.ok ? null : { text: writeMessage(view.name, '', undone) };
    };
    showToast({ id: 'view-deleted', text, action: { label: 'Undo', run } });
    // The button that had the focus is gone with its view.
    list.current?.querySelector<HTMLElement>('input:checked')?.focus();
  };

  return (
    <ModalDialog title="Views" onClose={onClose}>
      <fieldset ref={list} className={styles.views}>
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
                place={own.indexOf(view)}
                count={own.length}
                others={all.filter((other) => other !== view)}
                onRename={(name) =>
                  say(view, `Renamed to “${name}”.`, store.edit(workspace, storedView(view), { name }))
                }
                onMove={(place) =>
                  say(view, `“${view.name}” has moved.`, store.move(workspace, storedView(view), place))
                }
                onDelete={() => void remove(view, own.indexOf(view))}
              />
            ) : (
              <span className={styles.ready}>{view.name}</span>
            )}
          </div>
        ))}
      </fieldset>
      <ViewsLoading loading={loading} />
      {own.length === 0 && loading.status === 'ready' && (
        <div className={styles.none}>
          <p>You have no views of your own yet. Filter the list as you like it and save that as a view.</p>
          <Button onClick={onSave}>Save what is on screen…</Button>
        </div>
      )}
      <p className={styles.said}>{said}</p>
      <Announcement>{said}</Announcement>
    </ModalDialog>
  );
}
