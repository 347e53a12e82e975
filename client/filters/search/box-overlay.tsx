import { X } from 'lucide-react';
import { useRovingFocus } from '../../ui/use-roving-focus.ts';
import styles from '../search-box.module.css';
import { BoxChips } from './box-chips.tsx';
import { HelpButton } from './help-button.tsx';

interface BoxOverlayProps {
  readonly isEmpty: boolean;
  /** Whether the box has words to search for and no filters. */
  readonly hasWordsAlone: boolean;
  /** Opens the filters as a text to edit. */
  readonly onEdit: () => void;
  readonly onClear: () => void;
}

/** The chips over the box’s text, and the tools at its end: one Tab stop after the text. */
export function BoxOverlay({ isEmpty, hasWordsAlone, onEdit, onClear }: BoxOverlayProps) {
  return (
    <div className={styles.overlay} {...useRovingFocus<HTMLDivElement>()}>
      <div className={styles.chips}>
        <BoxChips onEdit={onEdit} />
      </div>
      {isEmpty ? (
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={styles.tool}
          aria-label={hasWordsAlone ? 'Clear the search' : 'Clear the search and all filters'}
          title="Clear"
          onClick={onClear}
        >
          <X aria-hidden />
        </button>
      )}
      <HelpButton />
    </div>
  );
}
