import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { plainName } from '../../contract/index.ts';
import { IconButton } from '../ui/button.tsx';
import { isComposing } from '../ui/composing.ts';
import styles from './manage-views.module.css';
import { MAX_VIEW_NAME, type SavedView } from './saved-view.ts';
import { nameError } from './view-name.ts';

interface OwnViewRowProps {
  readonly view: SavedView;
  /** Its place among the own ones, from 0. */
  readonly place: number;
  readonly count: number;
  /** All views but this one, whose names are taken. */
  readonly others: readonly SavedView[];
  readonly onRename: (name: string) => void;
  readonly onMove: (place: number) => void;
  readonly onDelete: () => void;
}

/** The name of an own view to be written over, and the buttons that move and delete it. */
export function OwnViewRow(props: OwnViewRowProps) {
  const { view, place, count, others, onRename, onMove, onDelete } = props;
  /** The name being typed; null while none is: then it is the one that the view has by now, from any tab. */
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft ?? view.name;
  const id = useId();
  const error = typed === view.name ? null : nameError(typed, others);
  const rename = () => {
    setDraft(null);
    // A name that will not do is none; the one that it had stands there again.
    const name = plainName(typed);
    if (error === null && name !== view.name) onRename(name);
  };
  return (
    <>
      <div className={styles.own}>
        <input
          type="text"
          className={styles.name}
          aria-label={`Name of ${view.name}`}
          aria-invalid={error !== null}
          aria-describedby={id}
          autoComplete="off"
          maxLength={MAX_VIEW_NAME}
          value={typed}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter' && error === null) rename();
            if (event.key !== 'Escape' || typed === view.name) return;
            // Takes back what was typed; the next one closes the dialog.
            event.stopPropagation();
            setDraft(null);
          }}
        />
        <p id={id} role="alert" className={styles.error}>
          {error}
        </p>
      </div>
      <IconButton
        label={`Move ${view.name} up`}
        aria-disabled={place === 0}
        onClick={() => place > 0 && onMove(place - 1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={`Move ${view.name} down`}
        aria-disabled={place === count - 1}
        onClick={() => place < count - 1 && onMove(place + 1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
      <IconButton label={`Delete ${view.name}`} onClick={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </>
  );
}
