import { fold } from '../../contract/index.ts';
import { MAX_VIEW_NAME, type SavedView } from './saved-view.ts';
import { type StoredView, viewStore } from './view-store.ts';

/** What a name lacks to be one, in a sentence; null for a good one. */
export function nameError(name: string, others: readonly SavedView[]): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'A view needs a name.';
  if (trimmed.length > MAX_VIEW_NAME) return `A name has at most ${MAX_VIEW_NAME} characters.`;
  const taken = others.some((other) => fold(other.name) === fold(trimmed));
  return taken ? `There is a view “${trimmed}” already.` : null;
}

/** A new view of one's own. */
export function newView(name: string, search: string): StoredView {
  const id = `own-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  return { id, name: name.trim(), search };
}

/** What is told after something was kept, or was not. */
export function savedMessage(done: string, kept: boolean): string {
  return kept
    ? done
    : `${done} It holds only until this page is closed: this browser keeps nothing for Loopdesk, or has no room.`;
}

/** Puts the query of a view in place of the one it had. */
export async function replaceSearch(
  workspace: string,
  { id, name, search: before }: SavedView,
  search: string,
) {
  const view = { id, name, search: before };
  const kept = await viewStore.edit(workspace, view, { search });
  const undo = () => void viewStore.edit(workspace, view, { search: before });
  return { text: savedMessage(`“${name}” is saved.`, kept), undo };
}

/** Copies a link; where the browser refuses, the link is there to be copied by hand. */
export async function copyLink(link: string) {
  try {
    await navigator.clipboard.writeText(link);
    return { text: 'Link copied.' };
  } catch {
    // Not allowed here, or no clipboard at all, as on a plain http address.
    return { text: 'The browser refuses to copy. This is the link:', link };
  }
}
