import type { RefObject } from 'react';
import { addDays, dayIn, isDay } from '../../../contract/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { useZone } from '../../settings/settings.ts';
import styles from './note-form.module.css';

interface DueFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** A day like `2026-02-04`, or ''. */
  readonly due: string;
  readonly onDue: (due: string) => void;
}

/** A field for the due date: any day, and the usual ones in one press. */
export function DueField({ input, due, onDue }: DueFieldProps) {
  const today = dayIn(serverNow(), useZone());
  return (
    <div className={styles.due}>
      <div className={styles.dueHead}>
        <label htmlFor="meeting-due">Due</label>
        {usualDays(today).map(({ name, day }) => (
          <button
            key={name}
            type="button"
            className={styles.day}
            aria-pressed={due === day}
            onClick={() => onDue(due === day ? '' : day)}
          >
            {name}
          </button>
        ))}
      </div>
      <input
        ref={input}
        id="meeting-due"
        type="date"
        value={due}
        min="2000-01-01"
        max="9999-12-31"
        // While a year is typed the browser may tell one of five digits.
        onChange={({ target: { value } }) => (value === '' || isDay(value)) && onDue(value)}
      />
    </div>
  );
}

/** The usual due dates, seen from a day. Friday is the next one, and on a Friday that of the week after. */
export function usualDays(today: string): readonly { readonly name: string; readonly day: string }[] {
  const weekday = new Date(today).getUTCDay();
  return [
    { name: 'Today', day: today },
    { name: 'Tomorrow', day: addDays(today, 1) },
    { name: 'Friday', day: addDays(today, ((5 - weekday + 6) % 7) + 1) },
    { name: 'In a week', day: addDays(today, 7) },
  ];
}
