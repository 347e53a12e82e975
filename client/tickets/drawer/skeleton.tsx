import styles from './skeleton.module.css';

/** Of the shape of a ticket, so that nothing jumps when it comes. */
export function TicketSkeleton({ id }: { readonly id: number }) {
  return (
    <div role="status" aria-label={`Loading ticket ${id}`} className={styles.skeleton}>
      <div className={styles.urgency} />
      <div className={styles.words} />
      <div className={styles.facts} />
      <div className={styles.facts} />
    </div>
  );
}
