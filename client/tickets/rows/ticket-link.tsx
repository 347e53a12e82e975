import type { RowMark } from './row-mark.ts';
import styles from './ticket-link.module.css';

interface TicketLinkProps {
  readonly id: number;
  /** The ticket's own address, over this list. */
  readonly href: string;
  readonly mark: RowMark;
  /** Whether the Tab key leads here; the arrow keys lead to the other rows. */
  readonly isStop: boolean;
}

/** The ticket's number, as a link: the list opens it on a click, and a middle click opens a tab. */
export function TicketLink({ id, href, mark, isStop }: TicketLinkProps) {
  return (
    <>
      <a
        className={styles.id}
        href={href}
        data-ticket={id}
        data-marked={mark !== null}
        tabIndex={isStop ? 0 : -1}
      >
        {id}
      </a>
      {mark !== null && (
        <>
          {' '}
          <span className={styles.mark}>{mark}</span>
        </>
      )}
    </>
  );
}
