import { useEffect, useId, useRef } from 'react';
import styles from './date-range-popover.module.css';

/** The earliest year taken; earlier ones are still being typed: 2, 20, 202. */
const FIRST_YEAR = 1000;

interface DayFieldProps {
  readonly label: string;
  /** Like `2026-02-04`; null for none. */
  readonly day: string | null;
  readonly isWrong: boolean;
  readonly onChange: (day: string | null) => void;
}

/** A field for a day. A half-typed day is not reported, and typing is not disturbed. */
export function DayField({ label, day, isWrong, onChange }: DayFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  // The field keeps its own text, since a half-typed day could not be handed back to it.
  useEffect(() => {
    if (input.current !== null && input.current.value !== (day ?? '')) input.current.value = day ?? '';
  }, [day]);

  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="date"
        defaultValue={day ?? ''}
        aria-invalid={isWrong}
        onChange={({ target: { value, validity } }) => {
          if (validity.badInput || Number(value.slice(0, 4) || FIRST_YEAR) < FIRST_YEAR) return;
          onChange(value === '' ? null : value);
        }}
      />
    </div>
  );
}
