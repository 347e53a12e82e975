import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './select.module.css';

/** The platform's own select, in our clothes: it works everywhere, a phone's wheel included. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classes(styles.frame, className)}>
      <select className={styles.select} {...rest} />
      <ChevronDown aria-hidden />
    </span>
  );
}
