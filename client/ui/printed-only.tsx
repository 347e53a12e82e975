import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './printed-only.module.css';

interface PrintedOnlyProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Words for paper alone: nobody can ask a sheet what it is about. */
export function PrintedOnly({ className, children }: PrintedOnlyProps) {
  return (
    <div className={classes(styles.printed, className)} data-printed>
      {children}
    </div>
  );
}
