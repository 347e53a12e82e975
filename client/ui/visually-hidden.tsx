import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './visually-hidden.module.css';

interface VisuallyHiddenProps {
  readonly as?: 'span' | 'h1';
  /** For what is described by these words. */
  readonly id?: string;
  /** Whether paper shows them. */
  readonly printed?: boolean;
  readonly children: ReactNode;
}

/** Words for screen readers only. */
export function VisuallyHidden({ as: Tag = 'span', id, printed = false, children }: VisuallyHiddenProps) {
  return (
    <Tag id={id} className={classes(styles.hidden, printed && styles.printed)}>
      {children}
    </Tag>
  );
}

/** Words that a screen reader says when they change, without interrupting. */
export function Announcement({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {children}
    </div>
  );
}
