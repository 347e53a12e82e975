import { useState } from 'react';
import { useServerNow } from '../../clock/use-server-now.ts';
import { useSettings } from '../../settings/settings.ts';
import { Announcement, VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './timebox.module.css';

const MINUTE_MS = 60_000;

interface TimeboxProps {
  /** The instant since which the ticket is up. */
  readonly since: string;
}

/** The time that a ticket has taken of what it was given, as a thin line; nothing where none was given. */
export function Timebox({ since }: TimeboxProps) {
  const { timebox } = useSettings();
  return timebox === 'off' ? null : <Line key={since} since={since} minutes={Number(timebox)} />;
}

function Line({ since, minutes }: TimeboxProps & { readonly minutes: number }) {
  const elapsed = Math.max(0, useServerNow(1_000) - Date.parse(since));
  const isOver = elapsed >= minutes * MINUTE_MS;
  // Whoever opens a meeting of yesterday need not be told that its ticket has been up for a day.
  const [wasOver] = useState(isOver);
  return (
    <div className={styles.track} role="timer" aria-label="Time for this ticket">
      <div
        className={styles.line}
        data-over={isOver || undefined}
        style={{ inlineSize: `${Math.min(100, (100 * elapsed) / (minutes * MINUTE_MS))}%` }}
      />
      <VisuallyHidden>
        {Math.floor(elapsed / MINUTE_MS)} of {minutes} minutes
      </VisuallyHidden>
      <Announcement>{isOver && !wasOver && `The ${minutes} minutes for this ticket are over`}</Announcement>
    </div>
  );
}
