import type { MouseEvent, ReactNode } from 'react';
import styles from './skip-link.module.css';

/** The id of a screen's main part, which the link at its beginning leads to. It has `tabIndex={-1}`. */
export const MAIN_PART = 'main-part';

/**
 * A link over all that stands before a screen's main part, in sight while it has the focus. The address is the view's,
 * so following it leaves no mark there.
 */
export function SkipLink({ children }: { readonly children: ReactNode }) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    const main = document.getElementById(MAIN_PART);
    main?.focus();
    main?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <a href={`#${MAIN_PART}`} className={styles.skip} onClick={onClick}>
      {children}
    </a>
  );
}
