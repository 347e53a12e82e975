import { ChevronDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { formatCount } from '../format/numbers.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { showToast } from '../ui/toasts.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { copyLink, newView, replaceSearch, storedView, writeMessage } from './change-views.ts';
import { OwnViewLinks } from './own-view-links.tsx';
import { showView, useActiveView } from './use-active-view.ts';
import { ViewChanges } from './view-changes.tsx';
import styles from './view-heading.module.css';
import type { ViewAction } from './view-menu.tsx';
import { useViewStore } from './view-store-context.ts';

const ViewMenu = lazyPart(() => import('./view-menu.tsx').then((it) => it.ViewMenu), {
  name: 'The list of views',
  place: 'over',
});
const SaveView = lazyPart(() => import('./save-view.tsx').then((it) => it.SaveView), {
  name: 'Saving a view',
  place: 'over',
});
const ManageViews = lazyPart(() => import('./manage-views.tsx').then((it) => it.ManageViews), {
  name: 'Manage views',
  place: 'over',
});

interface ViewHeadingProps {
  /** The number of tickets; null while it is not known. */
  readonly count: number | null;
}

/** The heading of the screen: the view's name, which opens all of them, how many tickets it has, and what keeps a change of it. */
export function ViewHeading({ count }: ViewHeadingProps) {
  const listState = useListState();
  const activeView = useActiveView();
  const store = useViewStore();
  const { inUse, search, link } = activeView;
  const [open, setOpen] = useState<'menu' | 'save' | 'manage' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(null);

  const actions: Readonly<Record<ViewAction, () => void>> = {
    update: async () => {
      if (inUse === null) return;
      showToast(await replaceSearch(store, listState.workspace, storedView(inUse.view), search));
    },
    reset: () => inUse !== null && showView(listState, inUse.view),
    save: () => setOpen('save'),
    manage: () => setOpen('manage'),
  };

  const commands: readonly Command[] = useMemo(
    () => [
      command('save-view', 'List', 'Save as a new view', () => setOpen('save')),
      command('copy-link', 'List', 'Copy the link', async () => showToast(await copyLink(link))),
      command('manage-views', 'Settings', 'Manage views', () => setOpen('manage')),
    ],
    [link],
  );
  useCommands(commands);

  return (
    <>
      <h1 className={styles.heading}>
        <button
          ref={button}
          type="button"
          className={styles.button}
          title={inUse?.changed ? 'Views; this one has been changed' : 'Views'}
          aria-haspopup="menu"
          aria-expanded={open === 'menu'}
          onClick={() => setOpen(open === 'menu' ? null : 'menu')}
        >
          <bdi className={styles.name}>{activeView.name}</bdi>
          {inUse?.changed && (
            <span className={styles.changed}>
              <VisuallyHidden> · changed</VisuallyHidden>
            </span>
          )}
          <ChevronDown aria-hidden />
        </button>{' '}
        <span className={styles.count}>
          {count === null ? '…' : formatCount(count)}{' '}
          <span className={styles.unit}>{count === 1 ? 'ticket' : 'tickets'}</span>
        </span>
      </h1>
      <div className={styles.room}>
        <ViewChanges activeView={activeView} actions={actions} />
        <OwnViewLinks activeView={activeView} />
      </div>
      {open === 'menu' && (
        // What is chosen may have opened a dialog in its place.
        <ViewMenu
          anchor={button}
          activeView={activeView}
          actions={actions}
          onClose={() => setOpen((now) => (now === 'menu' ? null : now))}
        />
      )}
      {open === 'save' && (
        <SaveView
          views={activeView.views}
          onSave={async (name, start) => {
            close();
            const made = newView(name, search);
            let write = await store.add(listState.workspace, made);
            if (write.ok) listState.setActiveView(made.id);
            if (write.ok && start) write = await store.setStart(listState.workspace, made.id);
            showToast({ text: writeMessage(made.name, `“${made.name}” is saved.`, write) });
          }}
          onClose={close}
        />
      )}
      {open === 'manage' && <ManageViews views={activeView.views} onSave={actions.save} onClose={close} />}
    </>
  );
}

function command(id: string, group: Command['group'], label: string, run: () => void): Command {
  return { id, group, label, keys: null, run };
}
