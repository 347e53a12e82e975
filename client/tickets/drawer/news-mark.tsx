import type { Ticket } from '../../../contract/index.ts';
import { newsOf } from '../../workspace/visit.ts';
import { useLastVisit } from '../../workspace/workspace-context.ts';
import styles from './news-mark.module.css';

const LABELS = {
  added: 'New since you last looked',
  changed: 'Changed since you last looked',
} as const;

/** Mark of a ticket that is new or changed since the reader's last visit. */
export function NewsMark({ ticket }: { readonly ticket: Ticket }) {
  const lastVisit = useLastVisit();
  const news = newsOf(ticket, lastVisit.since);
  return news && <span className={styles.mark}>{LABELS[news]}</span>;
}
