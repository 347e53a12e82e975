import { AlarmClock, RefreshCw } from 'lucide-react';
import type { Ticket } from '../../../contract/index.ts';
import type { Mark } from '../../../contract/meeting/index.ts';
import { PriorityBadge } from '../../badges/badges.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import styles from './queue.module.css';

interface QueueFactsProps {
  readonly ticket: Ticket;
  readonly mark: Mark | null;
  readonly changed: boolean;
}

/** The facts of a ticket in the queue: id, priority and outcome so far. */
export function QueueFacts({ ticket, mark, changed }: QueueFactsProps) {
  const style = mark === null ? null : MARK_STYLES[mark];
  return (
    <span className={styles.facts}>
      <span className={styles.id}>{ticket.id}</span>
      {ticket.priority !== null && <PriorityBadge priority={ticket.priority} />}
      {ticket.isOverdue && <Sign icon={AlarmClock} className={styles.overdue} word="Overdue" />}
      {changed && <Sign icon={RefreshCw} className={styles.changed} word="Changed since" />}
      {style && <Sign icon={style.icon} className={styles.mark} word={style.done} />}
    </span>
  );
}

interface SignProps {
  readonly icon: typeof AlarmClock;
  readonly className: string | undefined;
  readonly word: string;
}

function Sign({ icon: Icon, className, word }: SignProps) {
  return (
    <span className={className} title={word}>
      <Icon aria-hidden />
      <VisuallyHidden printed>{word}</VisuallyHidden>
    </span>
  );
}
