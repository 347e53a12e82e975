import { useEffect } from 'react';
import { MARKS } from '../../../contract/meeting/index.ts';
import { isEditableTarget } from '../../commands/is-editable-target.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';

const VERDICT_KEYS: ReadonlySet<string> = new Set(MARKS.map((mark) => MARK_STYLES[mark].key));

/** Ignores the repetitions of a verdict's key that is held down: each would be the verdict on another ticket. */
export function useIgnoreHeldKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.repeat || !VERDICT_KEYS.has(event.key) || isEditableTarget(event.target, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
