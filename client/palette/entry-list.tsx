import { Autocomplete } from '@base-ui/react/autocomplete';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';

/** Entries under a heading, in the shape in which Base UI takes groups. */
export interface EntryGroup {
  readonly name: string;
  readonly items: readonly PaletteEntry[];
}

/** The entries that are found, under their headings. The focus stays in the field above them. */
export function EntryList({ onChoose }: { readonly onChoose: (entry: PaletteEntry) => void }) {
  return (
    <Autocomplete.List className={styles.list} aria-label="Results">
      {({ name, items }: EntryGroup) => (
        <Autocomplete.Group key={name} items={items}>
          <Autocomplete.GroupLabel className={styles.heading}>{name}</Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(entry: PaletteEntry) => <Entry key={entry.id} entry={entry} onChoose={onChoose} />}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  );
}

interface EntryProps {
  readonly entry: PaletteEntry;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function Entry({ entry, onChoose }: EntryProps) {
  const { label, detail, caps, run } = entry;
  return (
    <Autocomplete.Item
      value={entry}
      disabled={run === null}
      className={styles.entry}
      onClick={() => onChoose(entry)}
      render={(props, { highlighted }) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, an option, is among the props
        <div {...props} aria-selected={highlighted} />
      )}
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
    </Autocomplete.Item>
  );
}
