import { type ReactNode, useId } from 'react';
import styles from './export-dialog.module.css';

/** A question of the form, and its answers. */
export function OptionGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.question}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface OptionProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** A sentence about what it means. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One of several answers. */
export function RadioOption({ name, ...option }: OptionProps & { readonly name: string }) {
  return <Option {...option} type="radio" name={name} />;
}

/** An answer that is given or not. */
export function CheckOption(option: OptionProps) {
  return <Option {...option} type="checkbox" />;
}

interface InputProps extends OptionProps {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
}

function Option({ checked, onChange, hint, children, ...input }: InputProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.answer}>
        <input
          {...input}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint === undefined ? undefined : id}
        />
        <span>{children}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className={styles.meaning}>
          {hint}
        </p>
      )}
    </div>
  );
}
