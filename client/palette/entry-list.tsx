import type { Found } from './find-entries.ts';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';

interface EntryListProps {
  readonly id: string;
  readonly groups: Found['groups'];
  /** The place, from 0 through all groups, of the one that Enter chooses. */
  readonly active: number;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** The id of the option at a place, for the field that speaks of it. */
export function entryId(list: string, place: number): string {
  return `${list}-${place}`;
}

/** What is found, under its headings. The focus stays in the field above it. */
export function EntryList({ id, groups, active, onPoint, onChoose }: EntryListProps) {
  let places = 0;
  return (
    <div className={styles.list} id={id} role="listbox" aria-label="Results">
      {groups.map(({ name, entries }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, which no element is
        <div key={name} role="group" aria-labelledby={`${id}-group-${index}`}>
          <p className={styles.heading} id={`${id}-group-${index}`} role="presentation">
            {name}
          </p>
          {entries.map((entry) => {
            const place = places++;
            return (
              <Option
                key={entry.id}
                id={entryId(id, place)}
                entry={entry}
                active={place === active}
                onPoint={() => onPoint(place)}
                onChoose={() => onChoose(entry)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, entry: { label, detail, caps, run }, active, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className={styles.entry}
      aria-selected={active}
      aria-disabled={run === null}
      // Moved and not entered: a list that scrolls under a resting pointer chooses nothing.
      onPointerMove={() => active || onPoint()}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <bdi className={styles.label}>{label}</bdi>
      {detail !== undefined && <bdi className={styles.detail}>{detail}</bdi>}
      {caps !== undefined && (
        <span className={styles.caps} aria-hidden>
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}
