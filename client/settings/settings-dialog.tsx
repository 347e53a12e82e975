import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { IconButton } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import modal from '../ui/modal-dialog.module.css';
import { LocalData } from './local-data.tsx';
import { changeSettings, useSettings } from './settings.ts';
import styles from './settings-dialog.module.css';
import { ZoneField } from './zone-field.tsx';

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

/** How this browser's reader wants the screens. Each choice holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { theme, density, keys, masked } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useAwaitedFocus(popup, onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={modal.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={classes(modal.surface, styles.popup)}
          initialFocus={heading}
          data-keys="own"
        >
          <div className={styles.head}>
            <Dialog.Title ref={heading} tabIndex={-1} className={styles.title}>
              Settings
            </Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <Section title="Appearance">
              <Choice
                title="Theme"
                choices={THEMES}
                chosen={theme}
                onChoose={(next) => changeSettings({ theme: next })}
              />
              <Choice
                title="Density"
                choices={DENSITIES}
                chosen={density}
                onChoose={(next) => changeSettings({ density: next })}
              />
            </Section>
            <Section title="Time zone">
              <ZoneField container={popup} />
            </Section>
            <Section title="Shared screen">
              <Switch
                label="Hide customers’ names and e-mails"
                note="In lists, tickets, copies and exports. Their words stay, without names and e-mails that are known. Hidden is not erased: the browser gets them all the same, and meetings are kept here with them."
                on={masked}
                onChange={(on) => changeSettings({ masked: on })}
              />
            </Section>
            <Section title="Keyboard">
              <Switch
                label="Single-key shortcuts"
                note="Off, letters do nothing outside of fields. Combinations with Ctrl or ⌘ and the keys of lists and menus stay."
                on={keys}
                onChange={(on) => changeSettings({ keys: on })}
              />
            </Section>
            <Section title="Kept in this browser">
              <LocalData />
            </Section>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
function Choice<Value extends string>({ title, choices, chosen, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    // No fieldset: browsers differ in where its legend may stand.
    <div role="radiogroup" aria-labelledby={name} className={styles.choice}>
      <span id={name}>{title}</span>
      <div className={styles.segments}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles.segment}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly note: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ label, note, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </div>
  );
}
