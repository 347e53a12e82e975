import type { Toast } from '../ui/toasts.ts';
import type { SavedView } from './saved-view.ts';
import type { StoredView, ViewStore, ViewWrite } from './view-store.ts';

/** A new view of one's own, under a good name. */
export function newView(name: string, search: string): StoredView {
  const id = `own-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  return { id, name, search, version: 0 };
}

/** An own view as the store has it. */
export function storedView({ id, name, search, version = 0 }: SavedView): StoredView {
  return { id, name, search, version };
}

/** The outcome of a change in words. */
export function writeMessage(name: string, done: string, write: ViewWrite): string {
  if (write.ok) {
    return write.lasting
      ? done
      : `${done} It holds only until this page is closed: this browser keeps nothing for Loopdesk, or has no room.`;
  }
  if (write.reason === 'failed') return `“${name}” is not saved: ${write.message}`;
  const { current } = write;
  if (current === null) return `“${name}” has been deleted elsewhere meanwhile. Nothing is saved.`;
  const renamed = current.name === name ? '' : ` and is called “${current.name}” now`;
  return `“${name}” has been changed elsewhere meanwhile${renamed}. Nothing is saved.`;
}

/** Puts the query of a view in place of the one it had; where somebody else has changed it, offers to do it all the same. */
export async function replaceSearch(
  store: ViewStore,
  workspace: string,
  view: StoredView,
  search: string,
): Promise<Toast> {
  const write = await store.edit(workspace, view, { search });
  const text = writeMessage(view.name, `“${view.name}” is saved.`, write);
  if (write.ok) {
    const changed = { ...view, search, version: view.version + 1 };
    const undo = async () =>
      notUndone(view.name, await store.edit(workspace, changed, { search: view.search }));
    return { text, action: { label: 'Undo', run: undo } };
  }
  if (write.reason === 'failed') {
    return { text, action: { label: 'Try again', run: () => replaceSearch(store, workspace, view, search) } };
  }
  const { current } = write;
  if (current === null) return { text };
  return {
    text,
    action: { label: 'Save anyway', run: () => replaceSearch(store, workspace, current, search) },
  };
}

function notUndone(name: string, write: ViewWrite): Toast | null {
  return write.ok ? null : { text: writeMessage(name, '', write) };
}

/** Copies a link; where the browser refuses, the link is there to be copied by hand. */
export async function copyLink(link: string): Promise<Toast> {
  try {
    await navigator.clipboard.writeText(link);
    return { text: 'Link copied.' };
  } catch {
    // Not allowed here, or no clipboard at all, as on a plain http address.
    return { text: 'The browser refuses to copy. This is the link:', link };
  }
}
