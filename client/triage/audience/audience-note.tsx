import type { Note } from '../../../contract/meeting/index.ts';
import { isEmptyNote } from '../../../contract/meeting/index.ts';
import { formatWeekday } from '../../format/dates.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import styles from './audience-note.module.css';

/** The decision on a ticket, for the room: outcome, decision, owner and due date as far as there are any. */
export function AudienceNote({ note }: { readonly note: Note }) {
  if (isEmptyNote(note)) return null;
  const { mark, decision, owner, due } = note;
  const style = mark === null ? null : MARK_STYLES[mark];
  return (
    <section className={styles.note} aria-label="Decided" data-distance="far">
      {style && (
        <p className={styles.mark} data-mark={mark}>
          <style.icon aria-hidden />
          {style.done}
        </p>
      )}
      {decision !== '' && (
        <p className={styles.decision} dir="auto">
          {decision}
        </p>
      )}
      {(owner !== '' || due !== '') && (
        <p className={styles.task}>
          {owner !== '' && <bdi>{owner}</bdi>}
          {owner !== '' && due !== '' && ', '}
          {due !== '' && `by ${formatWeekday(due)}`}
        </p>
      )}
    </section>
  );
}
