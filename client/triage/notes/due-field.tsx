import { CalendarDays } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { addDays, dayIn, isDay } from '../../../contract/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { formatWeekday } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './due-field.module.css';
import { parseDue } from './parse-due.ts';

interface DueFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** A day like `2026-02-04`, or ''. */
  readonly due: string;
  readonly onDue: (due: string) => void;
}

const EXAMPLES = 'fri, +7, next mon, 12 dec';

/** A field for the due date: words and numbers, told as the day that they mean, and the usual days in one press. */
export function DueField({ input, due, onDue }: DueFieldProps) {
  const today = dayIn(serverNow(), useZone());
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const meant = typed === null ? due : parseDue(typed, today);
  const isWrong = meant === null;
  const take = (day: string) => {
    setTyped(null);
    onDue(day);
  };
  // The text of a field that is left behind is taken as when it is left by a key.
  const leave = () => {
    if (typed !== null && meant !== null) take(meant);
  };
  useTakenOnLeaving(leave);
  return (
    <div className={styles.due}>
      <label htmlFor="meeting-due">
        Due <kbd aria-hidden>b</kbd>
      </label>
      <div className={styles.box}>
        <input
          ref={input}
          id="meeting-due"
          className={styles.input}
          value={typed ?? (due === '' ? '' : formatWeekday(due))}
          placeholder={EXAMPLES}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="done"
          aria-describedby="meeting-due-day"
          aria-invalid={isWrong || undefined}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            // What is a day is taken on every way out of the field, what is none is dropped.
            if (event.key === 'Escape') setTyped(null);
            if (event.key !== 'Enter') return;
            // What is no day stays to be mended.
            if (isWrong) event.stopPropagation();
            else leave();
          }}
        />
        <IconButton
          label="Choose a day"
          className={styles.choose}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarDays aria-hidden />
        </IconButton>
        <input
          ref={picker}
          type="date"
          className={styles.picker}
          tabIndex={-1}
          aria-hidden
          value={due}
          min="2000-01-01"
          max="9999-12-31"
          onChange={({ target: { value } }) => (value === '' || isDay(value)) && take(value)}
        />
      </div>
      {/* Behind the field in the order of Tab, above it in sight. */}
      <div className={styles.days}>
        {usualDays(today).map(({ name, day, hint }) => (
          <button
            key={name}
            type="button"
            className={styles.day}
            aria-pressed={due === day}
            title={`In the field: ${hint}`}
            onClick={() => take(due === day ? '' : day)}
          >
            {name}
          </button>
        ))}
      </div>
      <p
        id="meeting-due-day"
        role="status"
        className={classes(styles.meant, isWrong && styles.wrong)}
        data-typed={typed !== null || undefined}
      >
        {meaning(typed, meant)}
      </p>
    </div>
  );
}

function meaning(typed: string | null, meant: string | null): string {
  if (typed === null) return '';
  if (meant === null) return `Not a date. Try ${EXAMPLES}`;
  return meant === '' ? 'No due date' : formatWeekday(meant);
}

/** Calls a callback when the page goes away, or the field with its ticket. */
function useTakenOnLeaving(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onHide = () => latest.current();
    addEventListener('pagehide', onHide, { capture: true });
    return () => {
      removeEventListener('pagehide', onHide, { capture: true });
      latest.current();
    };
  }, []);
}

interface UsualDay {
  readonly name: string;
  readonly day: string;
  /** The shortest text that means it. */
  readonly hint: string;
}

/** The usual due dates, seen from a day. Friday is the next one, and on a Friday that of the week after. */
export function usualDays(today: string): readonly UsualDay[] {
  return [
    { name: 'Today', day: today, hint: '0' },
    { name: 'Tomorrow', day: addDays(today, 1), hint: '1' },
    { name: 'Friday', day: parseDue('fri', today) ?? '', hint: 'fri' },
    { name: 'In a week', day: addDays(today, 7), hint: '7' },
  ];
}
