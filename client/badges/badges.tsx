import {
  AlarmClock,
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  CircleHelp,
  Equal,
  type LucideIcon,
} from 'lucide-react';
import { formatValue } from '../format/value-labels.ts';
import { classes } from '../ui/classes.ts';
import styles from './badges.module.css';

const PRIORITY_ICONS: Readonly<Record<string, LucideIcon>> = {
  CRITICAL: ChevronsUp,
  HIGH: ChevronUp,
  MEDIUM: Equal,
  LOW: ChevronDown,
};

/** Late now, in the upstream's word: an icon, a word and a colour. Nothing when it is not. */
export function OverdueBadge({ overdue }: { readonly overdue: boolean }) {
  if (!overdue) return null;
  return (
    <span className={classes(styles.badge, styles.overdue)}>
      <AlarmClock aria-hidden />
      Overdue
    </span>
  );
}

/** A priority by icon, word and colour; one that the vendor does not document as it is. */
export function PriorityBadge({ priority }: { readonly priority: string | null }) {
  if (priority === null) return <Missing />;
  return (
    <span className={classes(styles.badge, styles.priority)} data-priority={priority}>
      <PriorityIcon priority={priority} />
      <bdi>{formatValue(priority)}</bdi>
    </span>
  );
}

/** The icon of a priority: a question mark for one that the vendor does not document; none for none. */
export function PriorityIcon({ priority }: { readonly priority: string | null }) {
  if (priority === null) return null;
  const Icon = PRIORITY_ICONS[priority] ?? CircleHelp;
  return <Icon aria-hidden />;
}

/** Status of a ticket. */
export function StatusBadge({ status }: { readonly status: string | null }) {
  if (status === null) return <Missing />;
  return (
    <span className={classes(styles.badge, styles.status)} data-status={status}>
      <bdi>{formatValue(status)}</bdi>
    </span>
  );
}

/** Placeholder for a value that the upstream did not give. */
export function Missing({ word = '–' }: { readonly word?: string | undefined }) {
  return <span className={styles.missing}>{word}</span>;
}
