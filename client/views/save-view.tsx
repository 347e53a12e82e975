import { type FormEvent, useId, useRef, useState } from 'react';
import { plainName } from '../../contract/index.ts';
import { activeFilters, filterLabels } from '../filters/active-filters.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import styles from './save-view.module.css';
import { MAX_VIEW_NAME } from './saved-view.ts';
import type { Views } from './use-views.ts';
import { nameError } from './view-name.ts';

interface SaveViewProps {
  readonly views: Views;
  /** Keeps what is on screen under a good name, and begins every visit with it where that is wanted. */
  readonly onSave: (name: string, start: boolean) => void;
  readonly onClose: () => void;
}

/** Asks for the name under which the filters, the order and the columns on screen are kept. */
export function SaveView({ views, onSave, onClose }: SaveViewProps) {
  const listState = useListState();
  const { list } = useShownList();
  const [name, setName] = useState('');
  const [start, setStart] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const filters = activeFilters(listState.query, list?.facets ?? null, useZone());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = nameError(name, views.all);
    setError(found);
    if (found === null) onSave(plainName(name), start);
    else field.current?.focus();
  };

  return (
    <ModalDialog title="Save as a new view" initialFocus={field} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={`${id}-name`}>Name</label>
        <input
          ref={field}
          id={`${id}-name`}
          className={styles.name}
          type="text"
          autoComplete="off"
          maxLength={MAX_VIEW_NAME}
          aria-invalid={error !== null}
          aria-describedby={`${id}-error ${id}-kept`}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setError(null);
          }}
        />
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
        <div id={`${id}-kept`} className={styles.kept}>
          <p>It keeps the order of the list, its columns and these filters:</p>
          <ul>
            {filters.length === 0 && <li>none: all tickets</li>}
            {filters.map((filter) => (
              <li key={filter.id}>
                <bdi>{filterLabels(filter)}</bdi>
              </li>
            ))}
          </ul>
        </div>
        <label className={styles.start}>
          <input type="checkbox" checked={start} onChange={(event) => setStart(event.target.checked)} />
          Make this my start view
        </label>
        <p className={styles.where}>
          Views are kept in this browser. To give one to somebody, copy its link.
        </p>
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Save the view
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
