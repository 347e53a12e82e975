import { fold, plainName } from '../../contract/index.ts';
import { MAX_VIEW_NAME, type SavedView } from './saved-view.ts';

/** The error of a name in a sentence; null for a good one. */
export function nameError(name: string, others: readonly SavedView[]): string | null {
  const trimmed = plainName(name);
  if (trimmed === '') return 'A view needs a name.';
  if (trimmed.length > MAX_VIEW_NAME) return `A name has at most ${MAX_VIEW_NAME} characters.`;
  const isDuplicate = others.some((other) => fold(other.name) === fold(trimmed));
  return isDuplicate ? `There is a view “${trimmed}” already.` : null;
}
