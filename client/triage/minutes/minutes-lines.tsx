import { OverdueBadge, PriorityBadge } from '../../badges/badges.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import type { MinutesLine } from './minutes.ts';
import { taskLabel } from './minutes-labels.ts';
import styles from './minutes-lines.module.css';

interface MinutesLinesProps {
  readonly lines: readonly MinutesLine[];
  readonly linkOf: (ticket: number) => string | null;
  /** Text behind a ticket's excerpt. */
  readonly aside?: (line: MinutesLine) => string;
  /** Whether decisions are shown. */
  readonly decided?: boolean;
}

/** Tickets in the minutes, one a line; on paper with all of their words. */
export function MinutesLines({ lines, linkOf, aside, decided = false }: MinutesLinesProps) {
  const whole = usePrinting();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.ticket.id}>
          <p className={styles.ticket}>
            <Reference id={line.ticket.id} link={linkOf(line.ticket.id)} />
            <OverdueBadge overdue={line.ticket.isOverdue} />
            {line.ticket.priority !== null && <PriorityBadge priority={line.ticket.priority} />}
            <span className={styles.words} dir="auto">
              {whole ? line.ticket.description : line.excerpt}
            </span>
            {aside?.(line) && <em>{aside(line)}</em>}
          </p>
          {decided && <Decision line={line} />}
        </li>
      ))}
    </ul>
  );
}

function Reference({ id, link }: { readonly id: number; readonly link: string | null }) {
  if (link === null) return <strong>{id}</strong>;
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {id}
    </a>
  );
}

function Decision({ line }: { readonly line: MinutesLine }) {
  const task = taskLabel(line);
  return (
    <p className={styles.decision}>
      <bdi>{line.note.decision || 'No decision noted'}</bdi>
      {task !== '' && <strong>{task}</strong>}
    </p>
  );
}
