import { type ReactNode, type RefObject, useId } from 'react';
import type { SettingField, SettingsTable } from './setting.ts';
import styles from './settings-dialog.module.css';
import { ZoneField } from './zone-field.tsx';

interface SettingFieldsProps {
  readonly table: SettingsTable;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onChange: (change: Readonly<Record<string, unknown>>) => void;
  /** The element in which lists of options open: the dialog, of which they are a part. */
  readonly container: RefObject<HTMLElement | null>;
}

/** A field for each setting that has one, under the headings of their sections. */
export function SettingFields({ table, values, onChange, container }: SettingFieldsProps) {
  const shown = Object.entries(table).flatMap(([key, { field, choices }]) =>
    field === null ? [] : [{ key, field, choices }],
  );
  const sections = [...new Set(shown.map(({ field }) => field.section))];
  return sections.map((section) => (
    <SettingsSection key={section} title={section}>
      {shown
        .filter(({ field }) => field.section === section)
        .map(({ key, field, choices }) => {
          const change = (value: unknown) => onChange({ [key]: value });
          if (field.kind === 'zone') return <ZoneField key={key} label={field.title} container={container} />;
          if (field.kind === 'switch') {
            return <Switch key={key} field={field} on={values[key] === true} onChange={change} />;
          }
          return (
            <Choice
              key={key}
              title={field.title}
              choices={choices}
              selected={values[key]}
              onChoose={change}
            />
          );
        })}
    </SettingsSection>
  ));
}

/** A part of the dialog under a heading. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly selected: unknown;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight. */
function Choice({ title, choices, selected, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    // No fieldset: browsers differ in where its legend may stand.
    <div role="radiogroup" aria-labelledby={name} className={styles.choice}>
      <span id={name}>{title}</span>
      <div className={styles.segments}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles.segment}>
            <input type="radio" name={name} checked={value === selected} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly field: SettingField;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ field: { title, note }, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{title}</label>
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
